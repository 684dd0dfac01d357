using HanoiAcademy.Content.Reference;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Articles;

/// <summary>The Convention's articles with how far each is verified, and its dated status; open to everyone.</summary>
internal static class ArticlesFeature
{
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddSingleton(ConventionReference.Current);
        services.Configure<RazorPagesOptions>(options => options.Conventions.AllowAnonymousToFolder("/Articles"));
        return services;
    }
}
