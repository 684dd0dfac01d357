using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// What one audience has been sent: its records as they stand, and the last messages that led there. A message is made and serialised
/// once, for everybody who listens.
/// </summary>
internal sealed class AudienceStream
{
    private const int MessagesKept = 500;
    private readonly Dictionary<string, byte[]> _sent = new(StringComparer.Ordinal);
    private readonly Queue<RawJson> _messages = new();
    private ImmutableSortedDictionary<string, ViewRecord> _view = ImmutableSortedDictionary<string, ViewRecord>.Empty;

    public AudienceStream(Audience audience, ImmutableSortedDictionary<string, ViewRecord> view)
    {
        Audience = audience;
        Changes(view, out _);
    }

    public Audience Audience { get; }

    /// <summary>"own" for what is addressed to one seat, "team" for all else.</summary>
    public string Name => Audience.Kind == "seat" ? "own" : "team";

    public string Epoch { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    public long Seq { get; private set; }

    /// <summary>The message of the changes, as far as they are any; null when they are none.</summary>
    public RawJson? Update(IReadOnlyList<ViewChange> changes, long at)
    {
        List<string> up = [], gone = [];
        var view = _view.ToBuilder();
        foreach (var (key, record) in changes)
        {
            if (record is null)
            {
                if (view.Remove(key) && _sent.Remove(key))
                    gone.Add(key);
            }
            else if (IsNews(key, record))
            {
                view[key] = record;
                up.Add(key);
            }
        }

        _view = view.ToImmutable();
        return Message(up, gone, at);
    }

    /// <summary>The message that leads from what was sent to this view; null when nothing differs.</summary>
    public RawJson? Update(ImmutableSortedDictionary<string, ViewRecord> view, long at)
    {
        var up = Changes(view, out var gone);
        return Message(up, gone, at);
    }

    private RawJson? Message(List<string> up, List<string> gone, long at)
    {
        if (up.Count == 0 && gone.Count == 0)
            return null;

        Seq++;
        var message = new RawJson(Write(up, gone, at));
        _messages.Enqueue(message);
        if (_messages.Count > MessagesKept)
            _messages.Dequeue();
        return message;
    }

    /// <summary>What a listener lacks: the messages after his place while they are still held, else everything.</summary>
    public StreamStart StartAfter(StreamPlace? place)
    {
        if (place is not null && place.Epoch == Epoch && place.Seq <= Seq && Seq - place.Seq <= _messages.Count)
            return new StreamStart(Epoch, Seq, Full: false, Messages: [.. _messages.Skip(_messages.Count - (int)(Seq - place.Seq))]);
        return new StreamStart(Epoch, Seq, Full: true, Records: new RawJson(WriteRecords()));
    }

    private List<string> Changes(ImmutableSortedDictionary<string, ViewRecord> view, out List<string> gone)
    {
        var up = new List<string>();
        foreach (var (key, record) in view)
        {
            if (IsNews(key, record))
                up.Add(key);
        }

        gone = _sent.Count == view.Count ? [] : [.. _sent.Keys.Where(key => !view.ContainsKey(key)).Order(StringComparer.Ordinal)];
        foreach (var key in gone)
            _sent.Remove(key);
        _view = view;
        return up;
    }

    /// <summary>Equal records are equal bytes; unequal ones may still be (a list is compared by identity), so the bytes decide.</summary>
    private bool IsNews(string key, ViewRecord record)
    {
        if (_view.TryGetValue(key, out var before) && (ReferenceEquals(before, record) || before.Equals(record)))
            return false;
        var bytes = DrillJson.ToBytes(record);
        if (_sent.TryGetValue(key, out var sent) && sent.AsSpan().SequenceEqual(bytes))
            return false;
        _sent[key] = bytes;
        return true;
    }

    private byte[] Write(List<string> up, List<string> gone, long at)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DrillJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("stream", Name);
        json.WriteString("epoch", Epoch);
        json.WriteNumber("seq", Seq);
        json.WriteNumber("at", at);
        json.WriteStartObject("up");
        foreach (var key in up)
            WriteRecord(json, key);
        json.WriteEndObject();
        json.WriteStartArray("rm");
        foreach (var key in gone)
            json.WriteStringValue(key);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private byte[] WriteRecords()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DrillJson.Options.Encoder });
        json.WriteStartObject();
        foreach (var key in _sent.Keys.Order(StringComparer.Ordinal))
            WriteRecord(json, key);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteRecord(Utf8JsonWriter json, string key)
    {
        json.WritePropertyName(key);
        json.WriteRawValue(_sent[key], skipInputValidation: true);
    }
}
