using System.Text.Json;
using System.Text.Json.Nodes;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>Keeps what a room sends.</summary>
internal sealed class Outlet : IRoomOutlet
{
    public List<(string Audience, long Seq, JsonObject Message)> Pushes { get; } = [];

    public List<(string? Seat, RoomNotice Notice)> Notices { get; } = [];

    public void Push(string drill, string audience, long seq, RawJson push) =>
        Pushes.Add((audience, seq, JsonNode.Parse(push.Utf8)!.AsObject()));

    public void Notice(string drill, string? seat, RoomNotice notice) => Notices.Add((seat, notice));

    public void Silence(string drill, string seat) => Silenced.Add(seat);

    public List<string> Silenced { get; } = [];

    public IEnumerable<string> Said => Notices.Select(n => n.Notice.What);

    /// <summary>Everything ever sent to an audience, as text.</summary>
    public string To(string audience) => string.Join('\n', Pushes.Where(p => p.Audience.StartsWith(audience, StringComparison.Ordinal)).Select(p => p.Message.ToJsonString()));
}

/// <summary>What a client keeps of a stream: the one merge there is.</summary>
internal sealed class MergedStream
{
    public MergedStream(StreamStart start)
    {
        (Epoch, Seq) = (start.Epoch, start.Seq);
        Records = JsonNode.Parse(start.Records!.Value.Utf8)!.AsObject();
    }

    public string Epoch { get; }

    public long Seq { get; private set; }

    public JsonObject Records { get; private set; }

    public void Apply(JsonObject push)
    {
        if ((string)push["epoch"]! != Epoch)
            throw new InvalidOperationException("Another epoch.");
        var seq = (long)push["seq"]!;
        if (seq <= Seq)
            return;
        if (seq != Seq + 1)
            throw new InvalidOperationException($"A gap: {Seq}, then {seq}.");
        Seq = seq;
        foreach (var (key, record) in push["up"]!.AsObject())
            Records[key] = record!.DeepClone();
        foreach (var key in push["rm"]!.AsArray())
            Records.Remove((string)key!);
    }

    public string Sorted() => JsonSerializer.Serialize(Records.OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value));
}
