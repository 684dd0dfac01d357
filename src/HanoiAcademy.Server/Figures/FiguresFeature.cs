using System.ComponentModel.DataAnnotations;
using HanoiAcademy.Server.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Figures;

internal sealed class FiguresOptions
{
    public const string Section = "Figures";

    /// <summary>How often simulated players play a scenario before an instructor sees their medians; 0: never.</summary>
    [Range(0, 200)]
    public int SimulatedRuns { get; init; } = 15;

    /// <summary>A scenario that takes longer is given up, and shows no simulated medians.</summary>
    [Range(1, 3600)]
    public int SimulatedSeconds { get; init; } = 120;
}

/// <summary>How teams do over their drills: for an agency, and for a scenario beside simulated players.</summary>
internal static class FiguresFeature
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddOptions<FiguresOptions>().BindConfiguration(FiguresOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Figures/Pages", Policies.Instructor));
        return services
            .AddSingleton<FiguresDesk>()
            .AddSingleton<AgencyFigures>()
            .AddSingleton<ScenarioMedians>()
            .AddSingleton<SimulatedPlays>()
            .AddHostedService(provider => provider.GetRequiredService<SimulatedPlays>());
    }
}
