using System.Globalization;

namespace HanoiAcademy.Cluster.Tests.Site;

/// <summary>Two teams that must not see each other, a mail every two seconds, by turns to both and to the bank alone, and some that control fires.</summary>
internal static class ClusterScenario
{
    public const string Id = "two-nodes";
    public const string Analyst = "bank.analyst.1";
    public const string Officer = "police.officer.1";
    public const int Timed = 300;

    public static void Write(string contentRoot)
    {
        Directory.CreateDirectory(Path.Combine(contentRoot, "courses"));
        var folder = Path.Combine(contentRoot, "scenarios", Id);
        Directory.CreateDirectory(Path.Combine(folder, "injects"));
        Directory.CreateDirectory(Path.Combine(folder, "briefs"));
        File.WriteAllText(Path.Combine(folder, "scenario.yaml"), Scenario);
        foreach (var (brief, text) in new[] { ("bank", "Watch."), ("bank.analyst", "Watch the accounts."), ("police", "Act."), ("police.officer", "Take the case.") })
            File.WriteAllText(Path.Combine(folder, "briefs", $"{brief}.md"), text + "\n");
        for (var n = 1; n <= Timed; n++)
            Inject(folder, n, $"timed-{n}", string.Create(CultureInfo.InvariantCulture, $"at: {2 * n}s"), n % 2 == 0 ? "bank" : "all");
        for (var n = 1; n <= 40; n++)
            Inject(folder, Timed + n, $"fired-{n}", "contingency: true", "all");
    }

    private static void Inject(string folder, int number, string id, string when, string to) => File.WriteAllText(
        Path.Combine(folder, "injects", string.Create(CultureInfo.InvariantCulture, $"{number:D4}-{id}.md")), $"""
        ---
        title: {id}
        {when}
        to: [{to}]
        channel: mail
        attention: normal
        from: supplier
        subject: "Where is our money? ({id})"
        tlp: AMBER
        ---
        The invoice is still open ({id}).

        """);

    private const string Scenario = """
        schema: 1
        id: two-nodes
        version: 1.0.0
        title: Two nodes
        summary: For tests of several nodes alone.
        assumption: "Exercise assumption: all fictional States are Parties; the Convention's real status is shown on the status page."
        mode: functional
        languages: [en]
        planned: 1h
        states:
          - id: sundara
            name: Sundara
            zone: "+07:00"
            zoneName: Sundara time
            languages: [en]
            about: The State of both teams.
            holdDays: 60
            policy: { acknowledge: 15m, answer: 30m, forward: 1h, returnLapse: 30d }
        authorities:
          - id: sundara-bank
            name: Bank of Sundara
            state: sundara
            kind: bank
            playedBy: [bank.analyst]
            channels: [bank-recall]
            competent: [stop-payment]
            telephone: "+000 70 555 0421"
            mail: fraud@sundara-bank.example
            hours: day and night
        contacts:
          - { id: supplier, name: The supplier, about: Waits for its money., teams: [all] }
        phases:
          - { id: only, title: The only phase, at: 0m, story: "2027-03-02T06:10:00+07:00", rate: 1 }
        ends:
          - { id: time-up, title: Time is up, at: 1h }
        teams:
          - { id: bank, name: Bank, side: response, state: sundara, roles: [{ id: analyst, name: Analyst, seats: 2 }] }
          - { id: police, name: Police, side: response, state: sundara, roles: [{ id: officer, name: Officer, seats: 2 }] }
        objectives:
          - { id: answer-bank, team: bank, name: Answer the supplier, points: 10, when: { message: { to: supplier, team: bank } } }
          - { id: answer-police, team: police, name: Answer the supplier, points: 10, when: { message: { to: supplier, team: police } } }

        """;
}
