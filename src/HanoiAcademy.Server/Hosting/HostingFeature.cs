using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Hosting;

internal static class HostingFeature
{
    /// <summary>The builder on the right folder. A test host names its own folder in the arguments, which then stands.</summary>
    public static WebApplicationBuilder CreateBuilder(StartArguments start)
    {
        var named = start.ForConfiguration.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        return WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = start.ForConfiguration,
            // Pages and static files are this assembly's, whichever program is the host.
            ApplicationName = typeof(HostingFeature).Assembly.GetName().Name,
            ContentRootPath = named ? null : ProgramFolder.Find(AppContext.BaseDirectory),
        });
    }

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, StartArguments start)
    {
        var configuration = builder.Configuration;
        if (start.Demo)
            configuration[$"{HostingOptions.Section}:{nameof(HostingOptions.Demo)}"] = "true";

        // The bundle is built into wwwroot during the same build; without the first line a plain `dotnet run` (production)
        // does not see it, with the reload the first build misses it and compressed answers are empty.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, configuration);
        configuration["ReloadStaticAssetsAtRuntime"] = "false";

        builder.Services.AddOptions<HostingOptions>().BindConfiguration(HostingOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        // Resolved late, so that what a test host configures counts.
        builder.Services.AddSingleton(provider => DataFolder.Choose(
            configuration["Storage:DataFolder"], provider.GetRequiredService<IOptions<HostingOptions>>().Value.Demo, builder.Environment.ContentRootPath).Made());
        builder.Services.AddSingleton(_ => ContentFolders.Find(
            configuration["Content:Root"], builder.Environment.ContentRootPath, AppContext.BaseDirectory));
        builder.Services.AddSingleton(new StartLines(Console.Out));
        builder.Services.AddSingleton(TimeProvider.System);

        builder.Services.AddKeys();
        return builder;
    }
}
