using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Security;

/// <summary>Every route that the running site answers, one for each method and each handler of a page.</summary>
internal static class RouteList
{
    public static async Task<IReadOnlyList<string>> OfAsync(IServiceProvider services)
    {
        var routes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            // The bundle's files are public by design; a list of them would change with every build.
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                continue;

            var template = endpoint.RoutePattern.RawText ?? "";
            if (template is not "{*path}" && !template.StartsWith('/'))
                template = "/" + template;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                routes.UnionWith(await OfPageAsync(services, page, template));
            else
                routes.UnionWith((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"{method} {template}"));
        }

        return [.. routes];
    }

    private static async Task<IEnumerable<string>> OfPageAsync(IServiceProvider services, PageActionDescriptor page, string template)
    {
        var loaded = await services.GetRequiredService<PageLoader>().LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty);
        var handlers = loaded.HandlerMethods.Select(handler =>
            $"{handler.HttpMethod.ToUpperInvariant()} {template}{(handler.Name is { } name ? $"?handler={name}" : "")}");
        return handlers.Append($"GET {template}");
    }
}
