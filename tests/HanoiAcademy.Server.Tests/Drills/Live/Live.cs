using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Tests.Drills.Rooms;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>One listener of a drill, as the browser's code listens: two streams, merged.</summary>
internal sealed class Live : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonObject> _pushes = new();
    private readonly ConcurrentQueue<JsonObject> _notices = new();
    private readonly SemaphoreSlim _something = new(0);

    private Live(HubConnection hub) => Hub = hub;

    public HubConnection Hub { get; }

    public JsonObject Joined { get; private set; } = null!;

    public MergedStream Team { get; private set; } = null!;

    public MergedStream Own { get; private set; } = null!;

    public IReadOnlyList<JsonObject> Pushes => [.. _pushes];

    public IReadOnlyList<JsonObject> Notices => [.. _notices];

    /// <summary>Everything that ever came down this line, as text.</summary>
    public string Everything => string.Join('\n', _pushes.Concat(_notices).Select(m => m.ToJsonString()).Append(Joined.ToJsonString()));

    public TaskCompletionSource Closed { get; } = new();

    public static async Task<Live> Connect(Browser browser, string? origin = null)
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnections(browser.Cookies, origin));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(new Uri($"ws://{browser.Address.Authority}/hubs/drill")));
        var live = new Live(builder.Build());
        live.Hub.On<JsonObject>("push", push => live.Take(live._pushes, push));
        live.Hub.On<JsonObject>("room", notice => live.Take(live._notices, notice));
        live.Hub.Closed += _ =>
        {
            live.Closed.TrySetResult();
            return Task.CompletedTask;
        };
        await live.Hub.StartAsync();
        return live;
    }

    public static async Task<Live> Join(Browser browser, string drill, bool control = false, string? origin = null)
    {
        var live = await Connect(browser, origin);
        live.Joined = await live.Hub.InvokeAsync<JsonObject>("Join", drill, new { language = "en", control });
        live.Team = Merged(live.Joined["team"]!);
        live.Own = Merged(live.Joined["own"]!);
        return live;
    }

    public Task<JsonElement> Send(object command, string? id = null) =>
        Hub.InvokeAsync<JsonElement>("Send", new { commandId = id ?? Guid.NewGuid().ToString(), command });

    /// <summary>Waits for events, not for seconds; fails after ten.</summary>
    public async Task Until(Func<Live, bool> holds, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!holds(this))
        {
            try
            {
                await _something.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{what} did not come. What came:\n{Everything}");
            }
        }
    }

    /// <summary>Something more has come.</summary>
    public Task Next()
    {
        var before = _pushes.Count + _notices.Count;
        return Until(live => live._pushes.Count + live._notices.Count > before, "Something more");
    }

    public Task UntilText(string text) => Until(live => live.Everything.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Both streams with all that has come.</summary>
    public Live Merge()
    {
        foreach (var push in _pushes)
            ((string)push["stream"]! == "own" ? Own : Team).Apply(push);
        return this;
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private static MergedStream Merged(JsonNode start) => new(new StreamStart(
        (string)start["epoch"]!, (long)start["seq"]!, Full: true, new RawJson(JsonSerializer.SerializeToUtf8Bytes(start["records"]))));

    private void Take(ConcurrentQueue<JsonObject> into, JsonObject message)
    {
        into.Enqueue(message);
        _something.Release();
    }
}

internal static class Listening
{
    public static Task<Live> Listen(this Browser browser, string drill, bool control = false, string? origin = null) => Live.Join(browser, drill, control, origin);
}
