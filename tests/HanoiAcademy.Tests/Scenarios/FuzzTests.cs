using System.Text;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>
/// Bytes and structure damaged at random, always the same way: whatever comes in, nothing but a list of problems comes out. (That what still checks
/// also plays is the damaged scenarios' test.)
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 150;

    private static readonly IReadOnlyList<ContentFile> Files =
    [
        .. ContentFolderReader.Read(ScenarioFolders.WholePath, ScenarioFolders.Whole, new ProblemList())!.Files,
        new("i18n/vi/texts.yaml", Encoding.UTF8.GetBytes("title: Cảng đêm\nteams.port.name: Cảng\nassets:\n  gate:\n    name: Cổng\n")),
        new("i18n/vi/injects/010-gate-opens.md", Encoding.UTF8.GetBytes("---\nsubject: Cổng mở\n---\nCổng **mở**.\n")),
    ];

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ": ", "- ", "\n", "\n  ", "\"", "'", "|", ">", "&a ", "*a", "!x ", "---\n", "\t", "\0", "\uFEFF", "\u2028", "\u202E", "а", "𝒂", "9999999999999999999", "-0", "1e9", "2027-13-45T99:99:99Z",
         "{ all: [{ not: { any: [] } }] }", "{ meter: { id: outside, atLeast: 9, atMost: 1 } }", "<script>", "[x](javascript:alert(1))", "```\n", "::: quiz\n", "<uncc:99>", "../../etc/passwd", "vi", "all"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Only_a_list_of_problems_ever_comes_out(int seed)
    {
        var random = new Random(seed);
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var files = Files.ToDictionary(f => f.Path, f => f.Bytes.ToArray());
            files[ScenarioReader.MainFile] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[ScenarioReader.MainFile]).Replace("\nlanguages: [en]\n", "\nlanguages: [en, vi]\n"));
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                Damage(files, random);
            var problems = new ProblemList();

            var scenario = ScenarioReader.Read(new ContentFolder(ScenarioFolders.Whole, files.Select(f => new ContentFile(f.Key, f.Value)), FolderLimits.Scenario), problems);

            (scenario is null).ShouldBe(problems.HasErrors, $"seed {seed}, round {round}");
            problems.ShouldAllBe(p => p.File.StartsWith(ScenarioFolders.Whole) && p.Line > 0 && p.Column > 0 && p.Code.Length > 0 && p.Message.Length > 0);
            refused += scenario is null ? 1 : 0;
        }

        refused.ShouldBeInRange(Rounds / 4, Rounds);
    }

    private static void Damage(Dictionary<string, byte[]> files, Random random)
    {
        // The scenario itself half the time: most of the language stands there.
        var path = random.Next(2) == 0 ? ScenarioReader.MainFile : files.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(files.Count));
        var bytes = files[path].ToList();
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(6))
        {
            case 0:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                break;
            case 2 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] = (byte)random.Next(256);
                break;
            case 3:
                var length = Math.Min(random.Next(1, 200), bytes.Count - at);
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), random.Next(1, 300)).SelectMany(p => p));
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }

        files[path] = [.. bytes];
    }
}
