using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Hosting;

/// <summary>
/// The data-protection keys. Beside the database while one process has it: a backup that holds one without the other signs everybody out.
/// In it where nodes share it: a cookie or a form's token that one node gave out must be good on the others.
/// </summary>
internal static class Keys
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("HanoiAcademy");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = Repository(provider)));
        return services;
    }

    /// <summary>Before anybody needs a key: nodes that start together on an empty database would each make one that the others do not know.</summary>
    public static async Task AgreeOnFirst(IServiceProvider provider, CancellationToken cancel)
    {
        if (IsShared(provider) && (await provider.GetRequiredService<IKeyRing>().All(cancel)).Count == 0)
        {
            var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
            var keys = (SharedKeys)provider.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!;
            keys.Agree(() => provider.GetRequiredService<IKeyManager>().CreateNewKey(now, now + Lifetime));
        }
    }

    private static IXmlRepository Repository(IServiceProvider provider) => IsShared(provider)
        ? new SharedKeys(provider.GetRequiredService<IKeyRing>())
        : new FileSystemXmlRepository(
            Directory.CreateDirectory(provider.GetRequiredService<DataFolder>().Keys), provider.GetRequiredService<ILoggerFactory>());

    private static bool IsShared(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value is { Provider: StorageOptions.SqlServer } or { SharedFile: true };
}
