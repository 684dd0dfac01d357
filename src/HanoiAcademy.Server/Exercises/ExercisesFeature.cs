using HanoiAcademy.Server.Agencies;
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
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Exercises/Pages", Policies.Instructor));
        return services;
    }

    public static void MapExercises(this RouteGroupBuilder api) => ExercisesApi.Map(api);
}
