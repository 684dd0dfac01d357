using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>A part as it goes out: packed, with the mark by which a browser asks whether its own is still good.</summary>
internal sealed record PackedPart(byte[] Gzip, string Tag);

/// <summary>
/// Parts of replays: the view whole, then what each row changed of it. Made when they are asked for and kept while there is room. They hold what people wrote, yet may be packed: nobody
/// can make a past drill say something again and again to learn from its length what else is in it.
/// </summary>
internal sealed class ReplayParts
{
    /// <summary>Bytes of packed parts that are kept.</summary>
    public const long MostBytes = 32L * 1024 * 1024;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, PackedPart Part)>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, PackedPart Part)> _used = new();

    public long BytesKept { get; private set; }

    public PackedPart Of(string drill, Reel reel, int n)
    {
        var stretch = reel.Stretches[n];
        var key = $"{drill} {reel.Team} {reel.Own} {stretch.First} {stretch.Count}";
        lock (_turn)
        {
            if (_kept.TryGetValue(key, out var known))
            {
                _used.Remove(known);
                _used.AddLast(known);
                return known.Value.Part;
            }
        }

        var part = Pack(Write(reel, n));
        lock (_turn)
        {
            if (_kept.TryAdd(key, new LinkedListNode<(string, PackedPart)>((key, part))))
            {
                _used.AddLast(_kept[key]);
                BytesKept += part.Gzip.Length;
            }

            while (BytesKept > MostBytes && _used.First is { } oldest)
            {
                _used.RemoveFirst();
                _kept.Remove(oldest.Value.Key);
                BytesKept -= oldest.Value.Part.Gzip.Length;
            }
        }

        return part;
    }

    /// <summary>Rows that changed nothing of what is seen leave no trace, nor does the number of the row. Broken: a row leads to what cannot be shown, and the part ends before it.</summary>
    public static byte[] Write(Reel reel, int n)
    {
        var stretch = reel.Stretches[n];
        var (team, own) = (new Track(reel.Recording.Scenario, reel.Team, stretch.Before), new Track(reel.Recording.Scenario, reel.Own, stretch.Before));
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DrillJson.Options.Encoder });
        var isBroken = false;
        json.WriteStartObject();
        json.WriteNumber("n", n);
        json.WriteNumber("at", stretch.Before.At);
        WriteRecords(json, "team", team.Whole);
        WriteRecords(json, "own", own.Whole);
        json.WriteStartArray("steps");
        foreach (var (row, after) in reel.Recording.Play(stretch))
        {
            if ((team.FollowOrNull(after, row.Events), own.FollowOrNull(after, row.Events)) is not ({ } teams, { } owns))
            {
                isBroken = true;
                break;
            }

            if (teams.IsEmpty && owns.IsEmpty)
                continue;
            json.WriteStartObject();
            json.WriteNumber("at", after.At);
            WriteChange(json, "team", teams);
            WriteChange(json, "own", owns);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (isBroken)
            json.WriteBoolean("broken", true);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static PackedPart Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(plain);
        return new PackedPart(packed.ToArray(), $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"");
    }

    private static void WriteChange(Utf8JsonWriter json, string name, TrackChange change)
    {
        if (change.IsEmpty)
            return;
        json.WriteStartObject(name);
        WriteRecords(json, "up", change.Up);
        json.WriteStartArray("rm");
        foreach (var key in change.Gone)
            json.WriteStringValue(key);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRecords(Utf8JsonWriter json, string name, IEnumerable<TrackRecord> records)
    {
        json.WriteStartObject(name);
        foreach (var record in records)
        {
            json.WritePropertyName(record.Key);
            json.WriteRawValue(record.Utf8.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
    }
}
