using HanoiAcademy.Content.Courses;
using HanoiAcademy.Server.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Courses;

/// <summary>Courses, open to everyone; what a learner does in them is kept for who is signed in.</summary>
internal static class CoursesFeature
{
    public static IServiceCollection AddCourses(this IServiceCollection services)
    {
        services.AddSingleton<CourseShelf>();
        services.AddSingleton<QuizDesk>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AllowAnonymousToFolder("/Courses"));
        services.AddStartStep("Reading the courses.", (provider, _) =>
        {
            provider.GetRequiredService<CourseShelf>();
            return Task.CompletedTask;
        });
        return services;
    }

    public static void MapCourses(this IEndpointRouteBuilder endpoints, RouteGroupBuilder api)
    {
        CourseFiles.Map(endpoints);
        CoursesApi.Map(api);
    }
}

/// <summary>The courses as read at the start: what was checked is what is shown.</summary>
internal sealed class CourseShelf(ContentFolders folders)
{
    public CourseCatalogue Catalogue { get; } = CourseCatalogue.Load(folders.Courses);
}
