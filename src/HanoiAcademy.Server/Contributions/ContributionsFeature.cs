using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Api;
using HanoiAcademy.Server.Contributions.Importing;
using HanoiAcademy.Server.Contributions.Launch;
using HanoiAcademy.Server.Contributions.Pages;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Server.Contributions.Rehearsing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Contributions;

internal static class ContributionsFeature
{
    public static IServiceCollection AddContributions(this IServiceCollection services)
    {
        services.AddOptions<ContributionsOptions>().BindConfiguration(ContributionsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Workbench>();
        services.AddSingleton<ContributionFolders>();
        services.AddSingleton<ContributionDesk>();
        services.AddSingleton<ContributedScenarios>();
        services.AddSingleton<AuthorsAgency>();
        services.AddSingleton<UploadReader>();
        services.AddSingleton<Receiving>();
        services.AddSingleton<RehearsalDesk>();
        services.AddHostedService<RehearsalRunner>();
        services.AddHostedService<UploadPruning>();
        return services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Contributions/Pages", Policies.Author);
            pages.Conventions.AddFolderApplicationModelConvention("/Contributions/Pages", page => page.Filters.Add(new NotKept()));
        });
    }

    public static void MapContributions(this IEndpointRouteBuilder endpoints, RouteGroupBuilder api)
    {
        Downloads.Map(endpoints);
        ContributionsApi.Map(api);
    }
}
