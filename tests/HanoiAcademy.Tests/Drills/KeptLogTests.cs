using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills;

/// <summary>
/// One full log with its pinned scenario and its views, kept since the first day. Its events must read for ever: log.jsonl and scenario.json are
/// never written again. The views may be, by a commit that says why: run this with ACADEMY_REWRITE_VIEWS=1.
/// </summary>
public sealed class KeptLogTests
{
    private const int Every = 40;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "fixtures", "logs", "invoice-at-dawn-1");

    private static readonly string[] Whole = ["control:@en", "role:company.finance@en", "role:desk-kivara.officer@en", "role:prosecution.prosecutor@en"];

    [Fact]
    public void The_kept_log_still_reads_row_by_row_to_the_same_bytes()
    {
        foreach (var line in File.ReadLines(Path.Combine(Folder, "log.jsonl")))
            Encoding.UTF8.GetString(DrillJson.ToBytes(Row(line))).ShouldBe(line);
    }

    [Fact]
    public void The_kept_log_replays_to_the_views_it_had()
    {
        var scenario = PinnedScenario.Read(File.ReadAllBytes(Path.Combine(Folder, "scenario.json"))).Scenario;
        var state = DrillState.Empty;
        var seen = new StringBuilder();
        foreach (var row in File.ReadLines(Path.Combine(Folder, "log.jsonl")).Select(Row))
        {
            state = row.Events.Aggregate(state, (s, e) => Drill.Evolve(s, scenario, e));
            if (row.Version % Every == 0 || state.Status == "ended")
                foreach (var audience in Audiences(scenario))
                    seen.Append(row.Version).Append(' ').Append(audience).Append(' ').Append(Convert.ToHexStringLower(SHA256.HashData(Json(state, scenario, audience)))).Append('\n');
        }

        state.Status.ShouldBe("ended");
        foreach (var audience in Audiences(scenario).Where(a => Whole.Contains(a.ToString())))
            Matches(audience.ToString().Replace(':', '-').Replace('@', '-') + ".json", Encoding.UTF8.GetString(Json(state, scenario, audience)) + "\n");
        Matches("views.txt", seen.ToString());
    }

    [Fact]
    public void A_log_is_written_where_there_is_none()
    {
        if (File.Exists(Path.Combine(Folder, "log.jsonl")))
            return;
        var scenario = ScenarioLibrary.Load(Path.Combine(Repository.Root, "scenarios")).Find("invoice-at-dawn").ShouldNotBeNull();
        var rows = Rehearsal.Run(scenario.Scenario, 20270302, Script, seat => seat != "company.finance.1");
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, "scenario.json"), scenario.Bytes.ToArray());
        File.WriteAllLines(Path.Combine(Folder, "log.jsonl"), rows.Select(r => Encoding.UTF8.GetString(DrillJson.ToBytes(r))));
        Assert.Fail("There was no kept log; one was written. Read it, commit it, and run the tests again.");
    }

    /// <summary>One person among simulated players, and a director who steers.</summary>
    private static readonly (long, Actor, Command)[] Script =
    [
        (20_000, new Actor("company.finance.1"), new MarkRead(["startex"])),
        (90_000, new Actor("company.finance.1"), new StartAction("call-bank")),
        (240_000, Actor.Director, new Pause()),
        (240_000, Actor.Director, new Resume()),
        (240_000, Actor.Director, new SetSpeed(5)),
        (400_000, new Actor("company.finance.1"), new StartAction("report-police")),
    ];

    private static IEnumerable<Audience> Audiences(Scenario scenario) => View.Roles(scenario, "en").Prepend(Audience.Control("en"));

    private static byte[] Json(DrillState state, Scenario scenario, Audience audience) =>
        JsonSerializer.SerializeToUtf8Bytes(View.Of(state, scenario, audience).ToDictionary(x => x.Key, x => x.Value), DrillJson.Options);

    private static LoggedRow Row(string line) => DrillJson.Read<LoggedRow>(Encoding.UTF8.GetBytes(line));

    private static void Matches(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("ACADEMY_REWRITE_VIEWS") == "1")
            File.WriteAllText(path, text);
        (File.ReadAllText(path) == text).ShouldBeTrue($"{file} is not what the log leads to now. If a view was changed on purpose, rewrite it (see this class) and say why in the commit.");
    }
}
