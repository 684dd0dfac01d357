using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Exercises;

internal static class ExercisesFeature
{
    public static IServiceCollection AddExercises(this IServiceCollection services)
    {
        services.AddSingleton<ExerciseLauncher>();
        services.AddSingleton<ExerciseControl>();
        services.AddSingleton<ExerciseDesk>();
        services.AddSingleton<ExerciseTexts>();
        services.AddSingleton<ExerciseWall>();
        services.AddSingleton<RollBook>();
        services.AddSingleton<LocalControllers>();
        services.AddSingleton<BroadcastPost>();
        services.AddSingleton<BroadcastList>();
        services.AddSingleton<ComparisonDesk>();
        services.AddSingleton<DrillPast>();
        services.AddHostedService<BroadcastRounds>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Exercises/Pages", Policies.Instructor);
            pages.Conventions.AuthorizeFolder("/Exercises/OfDrill", DrillPolicies.AccountOrSeat);
        });
        return services;
    }

    public static void MapExercises(this RouteGroupBuilder api) => ExercisesApi.Map(api);
}
