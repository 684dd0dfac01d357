using System.Globalization;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Bench.Load;

/// <summary>Ten roles that share the trainees, and injects that wait to be fired, each a mail of about a kilobyte for everybody.</summary>
internal static class BenchScenario
{
    public const int Roles = 10;

    public static Scenario Of(int trainees, int injects) => new()
    {
        Id = "bench",
        Version = "1",
        Title = T("Bench"),
        PlannedMs = 24 * 3_600_000,
        States = [new StateProfile { Id = "sundara", Name = T("Sundara"), Languages = ["en"] }],
        Teams = [.. Enumerable.Range(0, Roles / 2).Select(n => new Team($"team{n}", T($"Team {n}"), "response", "sundara", Prose.Empty, [Role("lead", trainees), Role("analyst", trainees)]))],
        Contacts = [new Contact("desk", T("Desk"), T("Writes to everybody"), [])],
        Injects = [.. Enumerable.Range(0, injects).Select(Inject)],
        Phases = [new Phase("all", T("All"), 0, 1_800_000_000_000, 1)],
    };

    public static string InjectId(int n) => string.Create(CultureInfo.InvariantCulture, $"i{n:0000}");

    private static Role Role(string id, int trainees) => new(id, T(id), (trainees + Roles - 1) / Roles, Prose.Empty);

    private static Inject Inject(int n) => new()
    {
        Id = InjectId(n),
        Title = T($"Inject {n}"),
        Contingency = true,
        To = ["all"],
        From = "desk",
        Subject = T($"What the desk found, part {n}"),
        Body = new Prose(Text.Empty, T($"<p>{string.Concat(Enumerable.Repeat("The logs of the mail server show one more session. ", 16))}</p>")),
    };

    private static Text T(string text) => Text.Of("en", text);
}
