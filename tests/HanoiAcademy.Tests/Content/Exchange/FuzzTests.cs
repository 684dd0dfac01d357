using System.IO.Compression;
using System.Text;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

/// <summary>Each sample, damaged in so many ways with the same luck each time: never an exception, never half a folder, and what comes out reads without error.</summary>
public sealed class FuzzTests
{
    /// <summary>Of each sample: so many with damaged bytes, and of what is packed or JSON so many with damaged text.</summary>
    private const int Each = 30;

    [Theory]
    [InlineData("blueprint-playwright-msel.xlsx")]
    [InlineData("openaev-chronogram-test_file_3.xlsx")]
    [InlineData("openaev-chronogram-test_file_5.xlsx")]
    [InlineData("openaev-import-scenario-with-attack-pattern.json")]
    [InlineData("blueprint-msel-testing-base.json")]
    public void A_damaged_sample_gives_a_whole_folder_or_a_reason(string name)
    {
        var sample = SheetFileTests.Sample(name);
        // What is inlined there is the larger part, and the least to be read.
        if (name.StartsWith("blueprint-msel", StringComparison.Ordinal))
            sample = Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(sample), "base64,[A-Za-z0-9+/=]{200,}", "base64,AAAA"));
        var luck = new Random(20_270_302);
        for (var n = 0; n < Each; n++)
        {
            Holds(Damaged(sample, luck), name, n);
            Holds(name.EndsWith(".xlsx", StringComparison.Ordinal) ? Inside(sample, luck) : Reworded(sample, luck), name, n);
        }
    }

    private static void Holds(byte[] bytes, string name, int n)
    {
        DrillImport.Look(bytes, name).ShouldNotBeNull();
        var result = DrillImport.Run(bytes, name, new ImportOrder(Id: "fuzzed"));
        if (result.Folder is { } folder)
            Imported.Read(folder);
        else
            result.Problems.ShouldNotBeEmpty($"{name}, {n}");
    }

    private static byte[] Damaged(byte[] sample, Random luck)
    {
        var bytes = sample.ToArray();
        for (var n = luck.Next(1, 20); n > 0; n--)
            bytes[luck.Next(bytes.Length)] = (byte)luck.Next(256);
        return luck.Next(8) == 0 ? bytes[..luck.Next(bytes.Length)] : bytes;
    }

    /// <summary>Damages the XML of a part, so that the archive is sound and what is in it is not.</summary>
    private static byte[] Inside(byte[] sample, Random luck)
    {
        using var stream = new MemoryStream();
        stream.Write(sample);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var parts = zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) || entry.FullName.EndsWith(".rels", StringComparison.Ordinal)).ToList();
            var part = parts[luck.Next(parts.Count)];
            using var read = new MemoryStream();
            using (var open = part.Open())
                open.CopyTo(read);
            var name = part.FullName;
            part.Delete();
            using var written = zip.CreateEntry(name).Open();
            written.Write(Reworded(read.ToArray(), luck));
        }

        return stream.ToArray();
    }

    private static readonly string[] Words = ["\"", "<", ">", "&", "&#0;", "]", "}", "{", ",", "null", "-1", "1e999", "99999999999999999999", "\u0000", "A1048577", "true", "ﷺ", "\ud83d", "J+1", "<b>", "../..", "r:id", "'", ":", "all", "%s", "${x}"];

    private static byte[] Reworded(byte[] sample, Random luck)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(sample));
        for (var n = luck.Next(1, 8); n > 0; n--)
        {
            var at = luck.Next(text.Length);
            switch (luck.Next(3))
            {
                case 0:
                    text.Insert(at, Words[luck.Next(Words.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(luck.Next(1, 40), text.Length - at));
                    break;
                default:
                    text.Insert(at, text.ToString(luck.Next(text.Length / 2), Math.Min(luck.Next(1, 200), text.Length / 2)));
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
