using System.Collections.Concurrent;
using System.Text.Json;
using HanoiAcademy.Server.Drills.Rooms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HanoiAcademy.Bench.Load;

/// <summary>SignalR and nothing else: groups, and the bytes it was given. What the academy adds is measured against this.</summary>
internal sealed class BareHub : Hub
{
    private static readonly ConcurrentDictionary<string, string> Messages = new();

    public Task Listen(string group) => Groups.AddToGroupAsync(Context.ConnectionId, group);

    /// <summary>The JSON that Fire sends, with "0000" where the number goes.</summary>
    public void Prepare(string group, string message) => Messages[group] = message;

    public Task Fire(string group, string number) =>
        Clients.Group(group).SendAsync("push", new RawJson(System.Text.Encoding.UTF8.GetBytes(Messages[group].Replace("feed:i0000", $"feed:i{number}", StringComparison.Ordinal))));

    public void Ack(JsonElement place) => _ = place;

    public static async Task Serve(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR(options => options.MaximumReceiveMessageSize = 1 << 20);
        var app = builder.Build();
        app.MapGet("/healthz", () => "ok");
        app.MapHub<BareHub>("/bare");
        await app.RunAsync();
    }
}
