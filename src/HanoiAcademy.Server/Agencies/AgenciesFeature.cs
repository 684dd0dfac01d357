using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Agencies;

internal static class AgenciesFeature
{
    public static IServiceCollection AddAgencies(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Agencies/Admin", Policies.Instructor));
        return services.AddAuthorization(Policies.Add);
    }
}
