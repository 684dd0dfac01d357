using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HanoiAcademy.Server.Tests.Drills.Live;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Cluster.Tests.Site;

/// <summary>
/// Somebody in a drill, with the browser code's rules: two streams, merged by their numbers; after a gap, a new room or another node he joins
/// again from where he was.
/// </summary>
internal sealed class Trainee : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly string _drill;
    private readonly bool _control;
    private readonly Dictionary<string, Stream> _streams = [];
    private readonly List<JsonObject> _early = [];
    private HubConnection _hub = null!;
    private Task _joining = Task.CompletedTask;
    private bool _isJoining;

    private Trainee(string drill, bool control) => (_drill, _control) = (drill, control);

    public Browser Browser { get; private set; } = null!;

    public TaskCompletionSource Closed { get; private set; } = new();

    public TaskCompletionSource Removed { get; } = new();

    /// <summary>Ids of messages in the order in which they came.</summary>
    public List<string> Came { get; } = [];

    /// <summary>What the room said to this seat, as JSON.</summary>
    public ConcurrentQueue<string> Told { get; } = [];

    public async Task UntilTold(string text)
    {
        for (var tries = 0; !Told.Any(notice => notice.Contains(text, StringComparison.Ordinal)); tries++)
        {
            (tries < 600).ShouldBeTrue($"{text} was not told at {Browser.Address}.");
            await Task.Delay(50);
        }
    }

    public int Joins { get; private set; }

    /// <summary>His way to another node, while he is on it.</summary>
    public Task Leaves { get; set; } = Task.CompletedTask;

    public static async Task<Trainee> Join(Browser browser, string drill, bool control = false)
    {
        var trainee = new Trainee(drill, control);
        await trainee.ComeTo(browser);
        return trainee;
    }

    /// <summary>Connects at this node; from another one he keeps cookies and streams, as a browser does behind a load balancer.</summary>
    public async Task ComeTo(Browser browser)
    {
        lock (_lock)
            _isJoining = true;
        Browser = browser;
        Closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var closed = Closed;
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnections(browser.Cookies, null));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(new Uri($"ws://{browser.Address.Authority}/hubs/drill")));
        _hub = builder.Build();
        _hub.On<JsonObject>("push", Push);
        _hub.On<JsonObject>("room", Room);
        _hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await _hub.StartAsync();
        await Look();
    }

    /// <summary>Sends until it is answered for good, always with the same id.</summary>
    public async Task<JsonElement> Send(object command, string id)
    {
        for (var tries = 0; ; tries++)
        {
            while (IsJoining)
                await Task.Delay(50);
            var answer = await _hub.InvokeAsync<JsonElement>("Send", new { commandId = id, command });
            if (answer.GetProperty("status").GetString() is not ("again" or "held") || tries == 60)
                return answer;
            await Task.Delay(500);
        }
    }

    public async Task Accept(object command, string id)
    {
        var answer = await Send(command, id);
        answer.GetProperty("status").GetString().ShouldBe("accepted", answer.ToString());
    }

    private bool IsJoining
    {
        get
        {
            lock (_lock)
                return _isJoining;
        }
    }

    public bool Sees(string text)
    {
        lock (_lock)
            return _streams.Values.Any(stream => stream.Records.Values.Any(record => record.Contains(text, StringComparison.Ordinal)));
    }

    public async Task Until(string text, int seconds = 30)
    {
        for (var tries = 0; !Sees(text); tries++)
        {
            (tries < seconds * 20).ShouldBeTrue($"{text} did not come to {Browser.Address}.");
            await Task.Delay(50);
        }
    }

    /// <summary>All that was pushed, merged, is what the room shows who looks now; both at one and the same number.</summary>
    public async Task ShouldHaveAll()
    {
        for (var tries = 0; ; tries++)
        {
            await _joining;
            var view = await Browser.Json($"/api/v1/drills/{_drill}/view{(_control ? "?asControl=true" : "")}");
            lock (_lock)
            {
                if (new[] { "team", "own" }.All(name => _streams[name].Is(view.GetProperty(name))))
                {
                    foreach (var name in new[] { "team", "own" })
                        _streams[name].Sorted().ShouldBe(Stream.Sorted(view.GetProperty(name).GetProperty("records")));
                    return;
                }
            }

            (tries < 100).ShouldBeTrue($"The streams of {Browser.Address} do not come to rest.");
            await Task.Delay(100);
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private void Push(JsonObject push)
    {
        lock (_lock)
        {
            if (_isJoining)
            {
                _early.Add(push);
                return;
            }

            if (!Merge(push))
                _joining = Task.Run(Rejoin);
        }
    }

    private void Room(JsonObject notice)
    {
        Told.Enqueue(notice.ToJsonString());
        if ((string)notice["what"]! == "removed")
            Removed.TrySetResult();
        if ((string)notice["what"]! != "again")
            return;
        lock (_lock)
        {
            if (!_isJoining)
                _joining = Task.Run(Rejoin);
        }
    }

    private async Task Rejoin()
    {
        lock (_lock)
        {
            if (_isJoining)
                return;
            _isJoining = true;
        }

        await Look();
    }

    private async Task Look()
    {
        Joins++;
        try
        {
            var after = _streams.ToDictionary(stream => stream.Key, stream => new { epoch = stream.Value.Epoch, seq = stream.Value.Seq });
            var joined = await _hub.InvokeAsync<JsonElement>("Join", _drill, new { language = "en", control = _control, after });
            lock (_lock)
            {
                foreach (var name in new[] { "team", "own" })
                    Begin(name, joined.GetProperty(name));
            }
        }
        finally
        {
            lock (_lock)
            {
                _isJoining = false;
                var early = _early.ToList();
                _early.Clear();
                if (early.Where(push => (string)push["epoch"]! == _streams.GetValueOrDefault((string)push["stream"]!)?.Epoch).Any(push => !Merge(push)))
                    _joining = Task.Run(Rejoin);
            }
        }
    }

    private void Begin(string name, JsonElement start)
    {
        if (start.GetProperty("full").GetBoolean())
        {
            var stream = new Stream(start.GetProperty("epoch").GetString()!, start.GetProperty("seq").GetInt64());
            foreach (var record in start.GetProperty("records").EnumerateObject())
                Put(stream, record.Name, record.Value.ToString());
            _streams[name] = stream;
            return;
        }

        foreach (var message in start.GetProperty("messages").EnumerateArray())
            Merge(JsonObject.Create(message)!).ShouldBeTrue("What a join brings must fit what one has.");
    }

    /// <summary>False: something is missing before it.</summary>
    private bool Merge(JsonObject push)
    {
        var stream = _streams[(string)push["stream"]!];
        var seq = (long)push["seq"]!;
        if ((string)push["epoch"]! != stream.Epoch || seq > stream.Seq + 1)
            return false;
        if (seq <= stream.Seq)
            return true;
        stream.Seq = seq;
        foreach (var (key, record) in push["up"]!.AsObject())
            Put(stream, key, JsonSerializer.Deserialize<JsonElement>(record).ToString());
        foreach (var key in push["rm"]!.AsArray())
            stream.Records.Remove((string)key!);
        return true;
    }

    private void Put(Stream stream, string key, string record)
    {
        if (key.StartsWith("message:", StringComparison.Ordinal) && !Came.Contains(key))
            Came.Add(key);
        stream.Records[key] = record;
    }

    private sealed class Stream(string epoch, long seq)
    {
        public string Epoch => epoch;

        public long Seq { get; set; } = seq;

        public SortedDictionary<string, string> Records { get; } = new(StringComparer.Ordinal);

        public bool Is(JsonElement start) => start.GetProperty("epoch").GetString() == Epoch && start.GetProperty("seq").GetInt64() == Seq;

        public string Sorted() => string.Join('\n', Records.Select(record => $"{record.Key} {Canonical(record.Value)}"));

        public static string Sorted(JsonElement records) =>
            string.Join('\n', records.EnumerateObject().OrderBy(record => record.Name, StringComparer.Ordinal).Select(record => $"{record.Name} {Canonical(record.Value.ToString())}"));

        private static string Canonical(string json) => JsonNode.Parse(json)!.ToJsonString();
    }
}
