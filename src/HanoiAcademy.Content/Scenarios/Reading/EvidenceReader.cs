using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>
/// Evidence items with their files. Text only, and no kind that a browser would run: what a participant opens in a
/// drill must be harmless by its nature. Bytes are taken as they lie there, since the hash is the lesson.
/// </summary>
internal static class EvidenceReader
{
    public const int MostBytes = 64 * 1024;
    public const int MostBytesInAll = 2 * 1024 * 1024;

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = "text/plain",
        [".log"] = "text/plain",
        [".md"] = "text/markdown",
        [".csv"] = "text/csv",
        [".eml"] = "message/rfc822",
        [".json"] = "application/json",
    };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static EvidenceItem Read(Item i)
    {
        var id = i.Id(Thing.Evidence);
        var path = i.Fields.Text("file");
        var bytes = Bytes(path, i);
        return new(id, i.Text("name"), i.TextOrEmpty("about"), path[(path.LastIndexOf('/') + 1)..], MediaTypes.GetValueOrDefault(Path.GetExtension(path), "text/plain"),
            Convert.ToBase64String(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)), i.TeamsOrRoles("seenBy"))
        {
            Asset = i.ReferOrNull("asset", Thing.Asset),
            State = i.ReferOrNull("state", Thing.State),
            Basis = i.WordsOf("basis", Words.EvidenceBasis),
            Needs = i.WordsOf("needs", Words.EvidenceNeed),
            Authorised = i.WhenOrNull("authorised"),
            GoneWhen = i.WhenOrNull("goneWhen"),
        };
    }

    private static ReadOnlySpan<byte> Bytes(string path, Item i)
    {
        var b = i.Binding;
        if (path.Length == 0)
            return [];
        if (!path.StartsWith("evidence/", StringComparison.Ordinal) || !MediaTypes.ContainsKey(Path.GetExtension(path)))
            i.Fields.Wrong("file", "evidence-file", $"An evidence file lies in evidence/ and ends with {string.Join(", ", MediaTypes.Keys)}; move or rename it.");
        else if (b.Folder.Find(path) is not { } file)
            i.Fields.Wrong("file", "evidence-missing", $"There is no file ‘{path}’; add it, or correct the name (capitals count).");
        else if (file.Bytes.Length is 0 or > MostBytes)
            i.Fields.Wrong("file", "evidence-too-big", $"An evidence file has 1 byte to {MostBytes / 1024} KB; this one has {file.Bytes.Length} bytes. Keep the part that matters.");
        else if (!IsText(file.Bytes.Span))
            b.Problems.Add(new(b.Folder.NameOf(path), 1, 1, "evidence-not-text", "Evidence is UTF-8 text without zero bytes; export it as text, CSV or a mail file."));
        else
        {
            b.UsedFiles.Add(path);
            return file.Bytes.Span;
        }

        b.UsedFiles.Add(path);
        return [];
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return !bytes.Contains((byte)0) && StrictUtf8.GetCharCount(bytes) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Every item travels in the pinned scenario, and each seat that sees it may load it.</summary>
    public static void CheckTotal(Item scenario, IEnumerable<EvidenceItem> all)
    {
        var total = all.Sum(e => (long)e.Content.Length * 3 / 4);
        if (total > MostBytesInAll)
            scenario.Fields.Wrong("evidence", "evidence-too-big", $"All evidence together may have {MostBytesInAll / 1024 / 1024} MB; it has {total / 1024} KB. Shorten or remove files.", Severity.Error);
    }
}
