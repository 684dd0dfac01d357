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
        return new(id, i.Text("name"), i.Word("side", Words.Side, "response"), i.ReferOrNull("state", Thing.State) ?? "", ProseFile.Read($"briefs/{id}.md", i),
            i.Has("roles") ? i.Each("roles", "a role", r => Role(r, id), required: true, most: 40) : [Players(i, id)]);
    }

    /// <summary>A team of which only its name is said sits at one table.</summary>
    private static Role Players(Item i, string team)
    {
        i.Binding.Register.Define(Thing.Role, $"{team}.{Defaults.Role}", i.Fields);
        for (var n = 1; n <= Defaults.Seats; n++)
            i.Binding.Register.Define(Thing.Seat, FormattableString.Invariant($"{team}.{Defaults.Role}.{n}"), i.Fields);
        return new(Defaults.Role, Text.Of(i.Binding.Language, "Players"), Defaults.Seats, Prose.Empty);
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
