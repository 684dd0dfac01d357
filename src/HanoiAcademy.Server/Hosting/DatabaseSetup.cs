using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Agencies;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Hosting;

internal static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAcademyStorage(configuration);
        services.AddSingleton<IPostConfigureOptions<StorageOptions>>(provider => new PostConfigureOptions<StorageOptions>(null, options =>
        {
            options.DataFolder = provider.GetRequiredService<DataFolder>().Path;
            options.Demo = provider.GetRequiredService<IOptions<HostingOptions>>().Value.Demo;
        }));
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        services.AddStartStep("Opening the database.", (provider, cancel) => provider.GetRequiredService<IAgencies>().List(cancel));
        services.AddStartStep("Reading the keys.", Keys.AgreeOnFirst);
        return services;
    }
}
