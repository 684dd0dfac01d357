using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Teams, their roles and their briefs: briefs/team.md and briefs/team.role.md.</summary>
internal static class TeamsReader
{
    // Names of the log and of addresses: control's seats are "control.director.1", "all" means every team.
    private static readonly string[] Reserved = ["all", "control", "system"];

    public static Team Read(Item i)
    {
        var id = i.Id(Thing.Team);
        if (Reserved.Contains(id))
            i.Fields.Wrong("id", "id-reserved", $"‘{id}’ has a meaning of its own; give the team another id, such as ‘{id}-team’.");
        return new(id, i.Text("name"), i.Word("side", Words.Side), i.Refer("state", Thing.State), ProseFile.Read($"briefs/{id}.md", i),
            i.Each("roles", "a role", r => Role(r, id), required: true, most: 40));
    }

    private static Role Role(Item i, string team)
    {
        var id = i.Id(Thing.Role, team + ".");
        var seats = i.Fields.IntOrNull("seats", 1, 50) ?? 1;
        for (var n = 1; n <= seats && id.Length > 0; n++)
            i.Binding.Register.Define(Thing.Seat, FormattableString.Invariant($"{team}.{id}.{n}"), i.Fields);
        return new(id, i.Text("name"), seats, ProseFile.Read($"briefs/{team}.{id}.md", i), i.Fields.Bool("free"));
    }
}
