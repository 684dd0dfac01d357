using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>What the site holds of a person: seen, handed out, erased; by himself, or by an administrator for whoever asks.</summary>
internal static class PersonalDataFeature
{
    public static IServiceCollection AddPersonalData(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AllowAnonymousToPage("/PersonalData/Pages/Guest");
            pages.Conventions.AuthorizePage("/PersonalData/Pages/ForSomebody", Policies.Administrator);
        });
        services.AddStartStep("Looking for people who were erased.", ErasedAgain.RunAsync);
        return services
            .AddSingleton<OwnActs>()
            .AddSingleton<NameInText>()
            .AddSingleton<PersonalExport>()
            .AddSingleton<PersonEraser>();
    }

    public static void MapPersonalData(this RouteGroupBuilder api) =>
        api.MapGet("/account/data", async (HttpContext http, UserManager<Account> accounts, PersonalExport export) =>
            await accounts.GetUserAsync(http.User) is { } account ? (IResult)new PersonalFile(export, account.Id) : Results.NotFound())
            .RequireAuthorization().WithTags("account").WithSummary("Everything the site holds of the caller, as one JSON document.")
            .Produces<object>();
}
