using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>What somebody is made in a drill: a role of control, and for a local controller his team. As one word: "lead", "local:bank".</summary>
internal sealed record ControlPart(string Role, string? Team)
{
    public const string Local = "local";

    /// <summary>Directors are not made: they instruct in the drill's agency.</summary>
    public static readonly ImmutableArray<string> Roles = ["lead", Local, "simcell", "evaluator", "observer"];

    public string Word => Team is null ? Role : $"{Role}:{Team}";

    /// <summary>Null when there is no such role, or no such team in the scenario.</summary>
    public static ControlPart? Read(string? word, Scenario scenario)
    {
        var parts = (word ?? "").Split(':', 2);
        var part = new ControlPart(parts[0], parts.Length > 1 ? parts[1] : null);
        return Roles.Contains(part.Role) && (part.Role == Local ? scenario.Teams.Any(team => team.Id == part.Team) : part.Team is null) ? part : null;
    }

    /// <summary>Every part there is in a scenario, local controllers once for each team.</summary>
    public static IEnumerable<ControlPart> All(Scenario scenario) => Roles.SelectMany(role => role == Local
        ? scenario.Teams.Select(team => new ControlPart(role, team.Id))
        : [new ControlPart(role, null)]);
}
