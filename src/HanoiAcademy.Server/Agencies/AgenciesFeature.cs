namespace HanoiAcademy.Server.Agencies;

internal static class AgenciesFeature
{
    public static IServiceCollection AddAgencies(this IServiceCollection services) => services.AddAuthorization(Policies.Add);
}
