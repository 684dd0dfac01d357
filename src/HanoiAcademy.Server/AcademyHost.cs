using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Articles;
using HanoiAcademy.Server.Assets;
using HanoiAcademy.Server.ContentProblems;
using HanoiAcademy.Server.Contributions;
using HanoiAcademy.Server.Courses;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Exercises;
using HanoiAcademy.Server.Figures;
using HanoiAcademy.Server.Home;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Server.Improvements;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Server.Operations;
using HanoiAcademy.Server.PersonalData;
using HanoiAcademy.Server.Retention;
using HanoiAcademy.Server.Security;

namespace HanoiAcademy.Server;

/// <summary>The site, every feature named once to add it and once to map it. The single process and each silo of a cluster run this.</summary>
internal static class AcademyHost
{
    /// <param name="with">What a host adds or puts in place of the site's own, after everything else was added.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder>? with = null)
    {
        var start = StartArguments.Read(args);
        var builder = HostingFeature.CreateBuilder(start).AddHosting(start);

        builder.Services
            .AddHome() // First: the framework starts a new list of page conventions here, and features add theirs to it.
            .AddDatabase(builder.Configuration)
            .AddClientBundle()
            .AddLanguage()
            .AddSecurity()
            .AddOperations()
            .AddAgencies()
            .AddAccounts()
            .AddApi()
            .AddDrills()
            .AddExercises()
            .AddContributions()
            .AddCourses()
            .AddArticles()
            .AddContentProblems()
            .AddFigures()
            .AddImprovements()
            .AddPersonalData()
            .AddRetention();

        try
        {
            with?.Invoke(builder);
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }

        var app = builder.Build();

        app.UseSecurityHeaders();
        app.UseLanguage();
        app.UseApi();
        app.UseErrorPages();
        app.UseRouting();
        app.UseRequestSize();
        app.UseAuthentication();
        app.UseSeats();
        app.UsePasswordFirst();
        app.UseAuthorization();

        app.MapStaticAssets().AllowAnonymous();
        app.MapOperations();
        app.MapLanguage();
        app.MapRazorPages();
        var api = app.MapApi();
        app.MapCourses(api);
        app.MapDrills(api);
        api.MapExercises();
        app.MapContributions(api);
        app.MapImprovements(api);
        api.MapPersonalData();
        app.MapNothing();

        return await app.RunAcademyAsync();
    }
}
