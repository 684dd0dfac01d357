using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HanoiAcademy.Server.ContentProblems;

/// <summary>What was left out at the start and why, for those who look after the site.</summary>
internal static class ContentProblemsFeature
{
    public static IServiceCollection AddContentProblems(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => ScenarioLibrary.Load(provider.GetRequiredService<ContentFolders>().Scenarios));
        return services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/ContentProblems", Policies.Administrator));
    }
}
