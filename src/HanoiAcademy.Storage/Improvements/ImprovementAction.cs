namespace HanoiAcademy.Storage.Improvements;

/// <summary>
/// One line of an agency's improvement plan, in the columns of HSEEP: the area for improvement (Finding) of a capability, the corrective action, which element of the capability it
/// changes, whose it is, from when until when. Days are yyyy-MM-dd. Texts are at most as long as the constants say; who writes longer is refused before it comes here.
/// </summary>
public sealed record ImprovementAction
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }

    /// <summary>Where it was found; the drill may be gone, its title stays.</summary>
    public string? DrillId { get; init; }
    public string? ExerciseId { get; init; }
    public string? ScenarioId { get; init; }
    public string DrillTitle { get; init; } = "";

    /// <summary>One of <see cref="ImprovementOrigin"/>, and the hot-wash note or finding it was taken from.</summary>
    public required string Origin { get; init; }
    public string? OriginId { get; init; }

    public string Capability { get; init; } = "";
    public required string Finding { get; init; }
    public string Action { get; init; } = "";

    /// <summary>One of <see cref="Elements"/>.</summary>
    public string Element { get; init; } = "planning";
    public string Organisation { get; init; } = "";

    /// <summary>Who sees to it, in words; beside or instead of a member's account.</summary>
    public string Owner { get; init; } = "";
    public string? OwnerAccountId { get; init; }

    /// <summary>By what name that account is known; read with it, never written.</summary>
    public string? OwnerName { get; init; }
    public string? StartDay { get; init; }
    public string? DueDay { get; init; }

    /// <summary>One of <see cref="States"/>.</summary>
    public string State { get; init; } = "proposed";

    public long Version { get; init; } = 1;
    public required DateTimeOffset CreatedWall { get; init; }
    public required DateTimeOffset ChangedWall { get; init; }

    public bool IsOpen => State is not ("done" or "dropped");

    public static readonly IReadOnlyList<string> States = ["proposed", "agreed", "under-way", "done", "dropped"];
    public static readonly IReadOnlyList<string> Elements = ["planning", "organisation", "equipment", "training", "exercise"];

    public const int LongestText = 2_000;
    public const int LongestName = 200;

    /// <summary>Of an agency; far more than are ever followed up.</summary>
    public const int Most = 2_000;

    /// <summary>Changes of one action.</summary>
    public const int MostChanges = 500;
}

public static class ImprovementOrigin
{
    public const string Written = "written";
    public const string HotWash = "hot-wash";
    public const string Gap = "gap";
}

/// <summary>Version: the one it led to. Fields: names of what was changed, with a blank between. ByName: who changed it; null where nobody knows any more.</summary>
public sealed record ImprovementChange
{
    public required long Version { get; init; }
    public string? ByName { get; init; }
    public required DateTimeOffset Wall { get; init; }
    public required string State { get; init; }
    public required string Fields { get; init; }
    public required string Remark { get; init; }
}

/// <summary>There: of the same origin there is one already. Full: the agency, or this action's history, holds no more.</summary>
public enum ImprovementAnswer
{
    Kept,
    There,
    Conflict,
    Gone,
    Full,
}
