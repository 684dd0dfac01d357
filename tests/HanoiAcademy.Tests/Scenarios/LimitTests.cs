using System.Text;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>Packages come from strangers: what is too much is refused with a sentence, never read until memory ends.</summary>
public sealed class LimitTests
{
    [Fact]
    public void More_than_500_injects_are_too_many() => Codes(folder =>
    {
        var text = File.ReadAllText(Path.Combine(folder, "injects", "040-hint.md"));
        for (var i = 0; i < 500; i++)
            File.WriteAllText(Path.Combine(folder, "injects", $"{1000 + i}-more-{i}.md"), text);
    }).ShouldContain("too-many");

    [Fact]
    public void More_than_200_actions_are_too_many() => Codes(folder => Insert(folder, "actions:", 200, "  - {{ id: more-{0}, name: More, by: [port.it] }}")).ShouldContain("too-many");

    [Fact]
    public void More_than_200_steps_are_too_many_also_over_several_plans()
    {
        Codes(folder => Insert(folder, "    steps:", 200, "      - {{ id: more-{0}, name: More }}")).ShouldContain("too-many");
        Codes(folder =>
        {
            Insert(folder, "    steps:", 150, "      - {{ id: more-{0}, name: More }}");
            Insert(folder, "adversary:", 1, "  - {{ id: another, name: Another, steps: [" + string.Join(", ", Enumerable.Range(0, 60).Select(n => $"{{{{ id: other-{n}, name: Other }}}}")) + "] }}");
        }).ShouldContain("too-many");
    }

    [Fact]
    public void A_step_that_is_repeated_without_end_is_refused() =>
        Codes(folder => Replace(folder, "repeat: 2", "repeat: 1000000")).ShouldContain("yaml-range");

    [Fact]
    public void More_than_40_teams_are_too_many() => Codes(folder =>
        Insert(folder, "teams:", 40, "  - {{ id: more-{0}, name: More, side: partner, state: sundara, roles: [{{ id: one, name: One }}] }}")).ShouldContain("too-many");

    [Fact]
    public void A_text_of_more_than_20_kilobytes_is_too_long()
    {
        Codes(folder => File.AppendAllText(Path.Combine(folder, "injects", "040-hint.md"), new string('a', 20_000))).ShouldBe(["text-too-long"]);
        Codes(folder => Replace(folder, "summary: A gate", "summary: " + new string('a', 20_001))).ShouldBe(["text-too-long"]);
    }

    [Fact]
    public void An_evidence_file_of_more_than_64_kilobytes_is_too_big() =>
        Codes(folder => File.WriteAllText(Path.Combine(folder, "evidence", "gate-log.csv"), new string('a', 64 * 1024 + 1))).ShouldBe(["evidence-too-big"]);

    [Fact]
    public void Evidence_of_more_than_two_megabytes_in_all_is_too_big() => Codes(folder =>
    {
        for (var i = 0; i < 33; i++)
            File.WriteAllText(Path.Combine(folder, "evidence", $"more-{i}.txt"), new string('a', 64 * 1024));
        Insert(folder, "evidence:", 33, "  - {{ id: more-{0}, name: More, file: evidence/more-{0}.txt, seenBy: [all] }}");
    }).ShouldBe(["evidence-too-big"]);

    [Fact]
    public void Brackets_without_end_do_not_end_the_process() => Codes(folder =>
        File.WriteAllText(Path.Combine(folder, "scenario.yaml"), "schema: " + new string('[', 100_000))).ShouldContain("yaml-too-deep");

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Making links needs a right of its own on Windows.");
        Codes(folder =>
        {
            File.Delete(Path.Combine(folder, "evidence", "gate-log.csv"));
            File.CreateSymbolicLink(Path.Combine(folder, "evidence", "gate-log.csv"), "/etc/hostname");
        }).ShouldContain("file-link");
    }

    private static IEnumerable<string> Codes(Action<string> change) => ScenarioFolders.Spoil(change).Select(p => p.Code).Distinct();

    private static void Insert(string folder, string after, int times, string format)
    {
        var lines = new StringBuilder(after);
        for (var i = 0; i < times; i++)
            lines.Append('\n').AppendFormat(format, i);
        Replace(folder, "\n" + after + "\n", "\n" + lines + "\n");
    }

    private static void Replace(string folder, string from, string to)
    {
        var path = Path.Combine(folder, "scenario.yaml");
        var text = File.ReadAllText(path);
        text.ShouldContain(from);
        File.WriteAllText(path, text.Replace(from, to));
    }
}
