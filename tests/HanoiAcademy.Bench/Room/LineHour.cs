using System.Globalization;
using System.Text.Json;
using HanoiAcademy.Bench.Load;

namespace HanoiAcademy.Bench.Room;

/// <summary>
/// An hour of a drill on one trainee's WebSocket, both ways: what the scenario itself sends him, one more inject each minute that he reads and
/// acknowledges, and the pings of an hour. The hour is played in a minute; the pings are counted while nothing happens and reckoned up.
/// </summary>
internal sealed class LineHour(RoomServer server)
{
    private const int Minutes = 60;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(62);

    /// <summary>As often as the browser's client says that it is there.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(10);
    private readonly object _lock = new();
    private readonly Dictionary<string, Place> _seen = [];
    private readonly List<string> _unread = [];

    public long Bytes { get; private set; }

    public long Pings { get; private set; }

    public async Task MeasureAsync(CancellationToken cancel)
    {
        await using var control = await server.OpenInstructorAsync(cancel);
        await using var guest = await server.OpenGuestAsync(cancel);
        guest.Pushed = (_, push) => See(push);
        // One that acknowledges nothing is cut off after half a minute.
        control.Pushed = (line, push) => Acknowledge(line, PlaceOf(push));
        var before = guest.BytesReceived + guest.BytesSent;
        await RoomServer.SendAsync(control, """{"kind":"set-speed","speed":60}""", cancel);
        await RoomServer.SendAsync(control, """{"kind":"start-exercise"}""", cancel);
        for (var minute = 0; minute < Minutes; minute++)
        {
            var next = Task.Delay(TimeSpan.FromSeconds(1), cancel);
            await RoomServer.SendAsync(control, Inject(minute), cancel);
            await RoomServer.SendAsync(control, $$"""{"kind":"fire-inject","inject":"w-{{minute}}"}""", cancel);
            await ReadAsync(guest, cancel);
            await next;
        }

        await ReadAsync(guest, cancel);
        await RoomServer.SendAsync(control, """{"kind":"pause"}""", cancel);
        await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        Bytes = guest.BytesReceived + guest.BytesSent - before;
        Pings = await PingsAsync(guest, control, cancel);
    }

    private static async Task<long> PingsAsync(HubLine guest, HubLine control, CancellationToken cancel)
    {
        var before = guest.BytesReceived + guest.BytesSent;
        using var pinging = new Timer(_ => Task.WaitAll(Task.Run(guest.KeepAlive, cancel), Task.Run(control.KeepAlive, cancel)), null, KeepAlive, KeepAlive);
        await Task.Delay(Idle, cancel);
        return (long)((guest.BytesReceived + guest.BytesSent - before) * (3_600 / Idle.TotalSeconds));
    }

    private void See(ReadOnlySpan<byte> record)
    {
        using var document = Parse(record);
        var push = document.RootElement.GetProperty("arguments")[0];
        lock (_lock)
        {
            _seen[push.GetProperty("stream").GetString()!] = push.Deserialize<Place>(JsonSerializerOptions.Web)!;
            _unread.AddRange(push.GetProperty("up").EnumerateObject().Where(up => up.Name.StartsWith("feed:", StringComparison.Ordinal)).Select(up => up.Name["feed:".Length..]));
        }
    }

    /// <summary>A browser acknowledges at most once a second; a diligent trainee opens everything.</summary>
    private async Task ReadAsync(HubLine guest, CancellationToken cancel)
    {
        List<string> unread;
        lock (_lock)
        {
            foreach (var place in _seen.Values)
                Acknowledge(guest, place);
            _seen.Clear();
            unread = [.. _unread];
            _unread.Clear();
        }

        foreach (var item in unread)
            await RoomServer.SendAsync(guest, $$"""{"kind":"mark-read","items":["{{item}}"]}""", cancel);
    }

    private static void Acknowledge(HubLine line, Place place) => line.Tell("Ack", JsonSerializer.Serialize(new[] { place }, JsonSerializerOptions.Web));

    private static Place PlaceOf(ReadOnlySpan<byte> record)
    {
        using var document = Parse(record);
        return document.RootElement.GetProperty("arguments")[0].Deserialize<Place>(JsonSerializerOptions.Web)!;
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        return JsonDocument.ParseValue(ref reader);
    }

    private sealed record Place(string Stream, string Epoch, long Seq);

    private static string Inject(int minute) => JsonSerializer.Serialize(new
    {
        kind = "write-inject",
        inject = string.Create(CultureInfo.InvariantCulture, $"w-{minute}"),
        to = new[] { RoomServer.Team },
        subject = new { en = "Where is our money?" },
        body = new { en = string.Join(' ', Enumerable.Repeat("The invoice of February is still open, and the new bank tells us that nothing has come in.", 7)) },
        channel = "mail",
        attention = "normal",
        tlp = "AMBER",
        fromText = new { en = "The supplier" },
    });
}
