using HanoiAcademy.Server.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Retention;

/// <summary>How long an agency keeps what: set by its administrators, shown before it acts, done by the site itself once a day.</summary>
internal static class RetentionFeature
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Retention/Pages", Policies.Administrator));
        return services.AddSingleton<RetentionDesk>().AddHostedService<RetentionKeeper>();
    }
}
