using System.Text;

namespace HanoiAcademy.Bench.Hostile;

/// <summary>A scenario that means harm: what it is, how it is written into an empty folder, and the code of the problem that refuses it.</summary>
internal sealed record HostileScenario(string Name, Action<string> Write, string Code);

/// <summary>Packages come from strangers. Each of these must be refused with a reason; the tests ask for the reason, the bench for seconds and memory.</summary>
internal static class HostileScenarios
{
    /// <summary>More would only make the disk slow: past the limit nothing is read, whatever number follows.</summary>
    private const int ManyFiles = 20_000;

    public static readonly HostileScenario[] All =
    [
        new("brackets without end", f => Sheet(f, "teams: " + new string('[', 900_000)), "yaml-too-deep"),
        new("maps in maps, deep", f => Sheet(f, "teams:\n" + string.Concat(Enumerable.Range(0, 600).Select(n => new string(' ', n + 1) + "a:\n"))), "yaml-too-deep"),
        new("aliases that explode", f => Sheet(f, Laughs()), "yaml-anchor"),
        new("an alias alone", f => Sheet(f, "title: *x"), "yaml-alias"),
        new("a tag that makes an object", f => Sheet(f, "title: !!System.Diagnostics.Process x"), "yaml-tag"),
        new("a file too big", f => Sheet(f, "summary: \"" + new string('a', 30_000_000) + "\""), "file-too-big"),
        new("a million teams in one file", f => Sheet(f, "teams:\n" + string.Concat(Enumerable.Repeat("- {}\n", 190_000))), "yaml-too-many-nodes"),
        new("injects without end", f => Many(f, n => $"injects/{n}-i{n}.md", "---\nsubject: a\nto: [all]\nat: 0m\n---\na\n"), "folder-too-big"),
        new("five hundred fat injects", Fat, "folder-too-big"),
        new("folders in folders", f => Directory.CreateDirectory(Path.Combine(f, string.Join('/', Enumerable.Repeat("a", 200)))), "folder-too-deep"),
        new("conditions, deep", f => Sheet(f, "ends:\n- { id: e, title: E, when: " + Nested("not: ", 25) + " }"), "condition-too-deep"),
        new("conditions, wide", f => Sheet(f, "ends:\n- { id: e, title: E, when: { all: [" + string.Join(", ", Enumerable.Repeat("{ inject: x }", 12_000)) + "] } }"), "too-many-parts"),
        new("conditions and effects in a circle", Circle, "condition-never"),
        new("a plan in which every step leads everywhere", f => Sheet(f, Everywhere(plans: 1)), "step-circle"),
        new("branches without end", f => Sheet(f, Everywhere(plans: 2)), "yaml-too-many-nodes"),
        new("a chain told backwards, and thousands who ask", Backwards, "end-unreachable"),
        new("names nobody defined, thousands", f => Sheet(f, "actions:\n- { id: a, name: A, by: [" + string.Join(", ", Enumerable.Range(0, 40_000).Select(n => $"t{n}.r{n}")) + "] }"), "unknown-role"),
        new("keys nobody knows, thousands", f => Sheet(f, string.Concat(Enumerable.Range(0, 20_000).Select(n => $"titel{n}: a\n"))), "yaml-unknown-key"),
        new("translations of nothing, thousands", f => { Sheet(f, "languages: [en, vi]"); File("i18n/vi/texts.yaml", f, string.Concat(Enumerable.Range(0, 20_000).Select(n => $"teams.t{n}.name: a\n"))); }, "translation-unknown"),
        new("languages without end", f => Sheet(f, "languages: [" + string.Join(", ", Enumerable.Range(0, 5_000).Select(n => "a" + (char)('a' + n % 26) + (char)('a' + n / 26 % 26) + "-" + n.ToString("D4", System.Globalization.CultureInfo.InvariantCulture))) + "]"), "too-many"),
        new("seats without end", f => Sheet(f, "teams:\n" + string.Concat(Enumerable.Range(0, 40).Select(t => $"- id: t{t}\n  name: T\n  roles:\n" + string.Concat(Enumerable.Range(0, 40).Select(r => $"  - {{ id: r{r}, name: R, seats: 50 }}\n"))))), "too-many"),
        new("a name in another script", f => Sheet(f, "teams:\n- { id: p\u043ert, name: Port }"), "id-shape"),
        new("a path that climbs out", f => Sheet(f, "evidence:\n- { id: e, name: E, file: evidence/../../../../etc/passwd.txt }"), "evidence-missing"),
        new("a path from the root", f => Sheet(f, "evidence:\n- { id: e, name: E, file: /etc/passwd }"), "evidence-file"),
        new("a zero byte", f => Sheet(f, "title: a\0b"), "file-not-text"),
        new("bytes that are no text", f => System.IO.File.WriteAllBytes(Path.Combine(f, "scenario.yaml"), [.. Enumerable.Range(0, 100_000).Select(n => (byte)(n * 7919 % 256))]), "file-not-utf8"),
        new("numbers beyond all bounds", f => Sheet(f, "meters:\n- { id: m, name: M, start: 99999999999999999999999, max: 9 }"), "yaml-int"),
        new("a time beyond all bounds", f => Sheet(f, "planned: 99999999999d"), "yaml-duration"),
    ];

    /// <summary>As many steps as there may be, each of which goes back and on to many, and two that wait for each other.</summary>
    private static string Everywhere(int plans) => "adversary:\n" + string.Concat(Enumerable.Range(0, plans).Select(p => $"- id: p{p}\n  name: P\n  steps:\n"
        + string.Concat(Enumerable.Range(0, 198).Select(n => $"  - {{ id: s{p}-{n}, name: S, duration: 1m, chance: 50, patience: 1m, repeat: 100, then: [{To(p, n, 1)}], fallback: [{To(p, n, 7)}] }}\n"))
        + $"  - {{ id: egg{p}, name: E, after: [hen{p}] }}\n  - {{ id: hen{p}, name: H, after: [egg{p}] }}\n"));

    private static string To(int plan, int step, int stride) => string.Join(", ", Enumerable.Range(1, 20).Select(n => $"{{ step: s{plan}-{(step + n * stride * 13) % 198} }}"));

    /// <summary>A sound little scenario with something put before its end; a key that it has already is written over.</summary>
    private static void Sheet(string folder, string addition)
    {
        var own = addition.Split(':')[0];
        var lines = new[] { "schema: 1", "id: hostile", "title: Hostile", "teams: [{ id: port, name: Port }]" }.Where(l => !l.StartsWith(own + ":", StringComparison.Ordinal));
        File("scenario.yaml", folder, string.Join('\n', lines) + "\n" + addition + "\n");
        File("injects/010-startex.md", folder, "---\nsubject: It begins\nto: [all]\nat: 0m\n---\nIt begins.\n");
    }

    /// <summary>Each inject comes by the one after it, so that one more is found possible in every round, and in every round thousands of conditions are asked.</summary>
    private static void Backwards(string folder)
    {
        Sheet(folder, "evidence:\n- { id: log, name: Log, file: evidence/log.txt }\nends:\n- { id: never, title: Never, when: { any: ["
            + string.Join(", ", Enumerable.Repeat("{ evidence: { id: log, is: admitted } }", 5_000)) + "] } }");
        File("evidence/log.txt", folder, "a");
        for (var n = 100; n < 590; n++)
            File(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"injects/{n}-i{n}.md"), folder,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"---\nsubject: a\nto: [all]\n{(n == 589 ? "at: 0m" : $"when: {{ inject: i{n + 1} }}")}\n---\na\n"));
    }

    private static void File(string path, string folder, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
    }

    private static void Many(string folder, Func<int, string> path, string text)
    {
        Sheet(folder, "summary: Many");
        for (var n = 0; n < ManyFiles; n++)
            File(path(n), folder, text);
    }

    private static void Fat(string folder)
    {
        Sheet(folder, "summary: Fat");
        var text = "---\nsubject: a\nto: [all]\nat: 0m\nexpected:\n" + string.Concat(Enumerable.Repeat("- { by: port.players, observe: a }\n", 1_500)) + "---\na\n";
        for (var n = 0; n < 500; n++)
            File($"injects/{100 + n}-i{n}.md", folder, text);
    }

    /// <summary>Each asks for what the other one undoes.</summary>
    private static void Circle(string folder)
    {
        Sheet(folder, """
            flags: [{ id: a }, { id: b }]
            assets:
            - { id: gate, name: Gate, kind: gate, states: [{ id: open, name: open, mood: ok }, { id: shut, name: shut, mood: ok }], start: open }
            """);
        File("injects/020-ping.md", folder, "---\nsubject: Ping\nto: [all]\nwhen: { all: [{ flag: b }, { not: { flag: b } }] }\neffects: [{ flag: a }, { clear: b }]\n---\nPing\n");
        File("injects/030-pong.md", folder, "---\nsubject: Pong\nto: [all]\nwhen: { all: [{ asset: { id: gate, is: open } }, { asset: { id: gate, is: shut } }] }\neffects: [{ flag: b }, { clear: a }]\n---\nPong\n");
    }

    private static string Nested(string key, int depth) => string.Concat(Enumerable.Repeat("{ " + key, depth)) + "{ inject: startex }" + string.Concat(Enumerable.Repeat(" }", depth));

    private static string Laughs()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var n = 1; n < 10; n++)
            text.Append("a").Append(n).Append(": &a").Append(n).Append(" [").AppendJoin(", ", Enumerable.Repeat($"*a{n - 1}", 9)).Append("]\n");
        return text.ToString();
    }
}
