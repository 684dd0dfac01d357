namespace HanoiAcademy.Server.Assets;

internal static class AssetsSetup
{
    public static IServiceCollection AddClientBundle(this IServiceCollection services) => services.AddSingleton<ClientBundle>();
}
