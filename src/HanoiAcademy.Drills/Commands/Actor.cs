using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Commands;

/// <summary>
/// Who sends a command: the room itself ("system"), a seat of control ("control.director.1", also lead, local, simcell, evaluator, observer)
/// (one of "local" names its team: "control.local.bank") or a player's seat ("team.role.1"). Simulated: a simulated player acts for the seat. The id is what the log keeps.
/// </summary>
public readonly record struct Actor(string Id, bool Simulated = false)
{
    public static readonly Actor System = new("system");
    public static readonly Actor Director = new("control.director.1");

    public bool IsSystem => Id == "system";

    public bool IsControl => Id.StartsWith("control.", StringComparison.Ordinal);

    public bool IsPlayer => !IsSystem && !IsControl;

    /// <summary>"director" of "control.director.1"; "role" of "team.role.1".</summary>
    public string Role => Part(1);

    /// <summary>"team.role" of "team.role.1".</summary>
    public string TeamRole => Id is { } id && id.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0
        ? id.IndexOf('.', dot + 1) is var second and >= 0 ? id[..second] : id
        : Id + ".";

    public string Team => Id is { } id ? id.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? id[..dot] : id : "";

    /// <summary>The team of a local controller, "bank" of "control.local.bank"; else null.</summary>
    public string? LocalTeam => IsControl && Role == "local" ? Part(2) : null;

    private string Part(int n) => (Id ?? "").Split('.') is var parts && n < parts.Length ? parts[n] : "";
}

/// <summary>The rules say no: a stable code (its sentence is <c>refusal.code</c> of the language files) and the words to put into it.</summary>
public sealed record Refusal(string Code, params string[] Words)
{
    /// <summary>Words of the scenario's author, in all its languages with the first one as fall-back; they come before the others in the reader's.</summary>
    public Text? Said { get; init; }

    /// <summary>The scenario's first language.</summary>
    public string Fallback { get; init; } = "";
}
