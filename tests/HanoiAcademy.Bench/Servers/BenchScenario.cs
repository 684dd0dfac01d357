using System.Globalization;
using System.Text;
using HanoiAcademy.Bench.Load;

namespace HanoiAcademy.Bench.Servers;

/// <summary>A scenario of as many seats and injects as the run needs, written as an author would write it; each inject goes to everybody.</summary>
internal static class BenchScenario
{
    public const string Id = "bench";
    public const int Roles = Teams * RolesOfATeam;
    private const int Teams = 5;
    private const int RolesOfATeam = 2;

    /// <summary>The seat of the n-th trainee of a drill: as in the bare hub, the roles fill evenly.</summary>
    public static string Seat(int trainee)
    {
        var role = trainee % Roles;
        return string.Create(CultureInfo.InvariantCulture, $"team-{role / RolesOfATeam + 1}.role-{role % RolesOfATeam + 1}.{trainee / Roles + 1}");
    }

    public static void Write(string contentRoot, int traineesOfADrill, int injects)
    {
        Directory.CreateDirectory(Path.Combine(contentRoot, "courses"));
        var folder = Path.Combine(contentRoot, "scenarios", Id);
        Directory.CreateDirectory(Path.Combine(folder, "injects"));
        Directory.CreateDirectory(Path.Combine(folder, "briefs"));
        var seats = (traineesOfADrill + Roles - 1) / Roles;
        var yaml = new StringBuilder("""
            schema: 1
            id: bench
            version: 1.0.0
            title: Bench
            summary: Many seats, many injects, for measuring alone.
            assumption: "Exercise assumption: all fictional States are Parties; the Convention's real status is shown on the status page."
            mode: functional
            languages: [en]
            planned: 8h
            states:
              - id: sundara
                name: Sundara
                zone: "+07:00"
                zoneName: Sundara time
                languages: [en]
                about: The State of all teams.
                holdDays: 60
                policy: { acknowledge: 15m, answer: 30m, forward: 1h, returnLapse: 30d }
            contacts:
              - { id: supplier, name: The supplier, about: Waits for its money., teams: [all] }
            phases:
              - { id: only, title: The only phase, at: 0m, story: "2027-03-02T06:10:00+07:00", rate: 1 }
            ends:
              - { id: time-up, title: Time is up, at: 8h }
            teams:

            """);
        for (var team = 1; team <= Teams; team++)
        {
            File.WriteAllText(Path.Combine(folder, "briefs", $"team-{team}.md"), "Read what comes in.\n");
            yaml.Append(CultureInfo.InvariantCulture, $"  - id: team-{team}\n    name: Team {team}\n    side: response\n    state: sundara\n    roles:\n");
            for (var role = 1; role <= RolesOfATeam; role++)
            {
                File.WriteAllText(Path.Combine(folder, "briefs", $"team-{team}.role-{role}.md"), "Answer what is asked.\n");
                yaml.Append(CultureInfo.InvariantCulture, $"      - {{ id: role-{role}, name: Role {role}, seats: {seats} }}\n");
            }
        }

        yaml.Append("objectives:\n");
        for (var team = 1; team <= Teams; team++)
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ id: answer-{team}, team: team-{team}, name: Answer the supplier, points: 10, when: {{ message: {{ to: supplier, team: team-{team} }} }} }}\n");
        File.WriteAllText(Path.Combine(folder, "scenario.yaml"), yaml.ToString());
        for (var inject = 0; inject < injects; inject++)
            File.WriteAllText(Path.Combine(folder, "injects", $"{inject:D6}-{Marker.Of(inject)}.md"), Inject(Marker.Of(inject)));
    }

    private static string Inject(string marker) => $"""
        ---
        title: {marker}
        contingency: true
        to: [all]
        channel: mail
        attention: normal
        from: supplier
        subject: "Where is our money? ({marker})"
        tlp: AMBER
        ---
        Good morning. The invoice of February is still open, and the new bank tells us that nothing has come in. Our own records show the
        number that you have used for **eleven years**, and we have not changed it.

        Please look into it before the bank opens, and tell us whom you have told.

        """;
}
