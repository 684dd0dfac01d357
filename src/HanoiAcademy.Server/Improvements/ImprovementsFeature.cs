using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions;
using HanoiAcademy.Server.Improvements.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Improvements;

/// <summary>What is to get better after drills, and is followed up: private to an agency.</summary>
internal static class ImprovementsFeature
{
    public static IServiceCollection AddImprovements(this IServiceCollection services)
    {
        services.AddSingleton<ImprovementDesk>();
        services.AddSingleton<DrillPlan>();
        return services.Configure<RazorPagesOptions>(pages =>
        {
            // A member without a role of his own may still have something to see to: which actions are whose the desk decides.
            foreach (var page in new[] { "New", "Suggest" })
                pages.Conventions.AuthorizePage($"/Improvements/Pages/{page}", Policies.Instructor);
            pages.Conventions.AddFolderApplicationModelConvention("/Improvements/Pages", page => page.Filters.Add(new NotKept()));
        });
    }

    public static void MapImprovements(this IEndpointRouteBuilder endpoints, RouteGroupBuilder api)
    {
        PlanDownload.Map(endpoints);
        ImprovementsApi.Map(api);
    }
}
