using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>
/// A court asks for the record of evidence: at <see cref="At"/>, when <see cref="When"/> holds, or by an effect. The first of the roles in By files it,
/// once; each item is admitted, or rejected with the gaps of its record. Exercise law: no State's real procedure.
/// </summary>
public sealed record Court
{
    public required string Id { get; init; }
    public required Text Title { get; init; }

    /// <summary>What the court says it wants.</summary>
    public Text Asks { get; init; } = Text.Empty;
    public required ImmutableArray<string> By { get; init; }

    /// <summary>Evidence items it asks for.</summary>
    public required ImmutableArray<string> Items { get; init; }
    public long? At { get; init; }
    public Condition? When { get; init; }

    /// <summary>Drill ms from its asking; null: until EndEx.</summary>
    public long? WithinMs { get; init; }

    /// <summary>Accepted spellings of what the evidence is for, one of which the filed purpose must hold; empty: any purpose, but one.</summary>
    public ImmutableArray<string> Purpose { get; init; } = [];

    /// <summary>When all it asked for was admitted; when something was not; when nobody filed in time.</summary>
    public ImmutableArray<Effect> AdmittedEffects { get; init; } = [];
    public ImmutableArray<Effect> RejectedEffects { get; init; } = [];
    public ImmutableArray<Effect> LapseEffects { get; init; } = [];
    public ImmutableArray<string> RestsOn { get; init; } = [];
}

/// <summary>An item as filed. Log: the team whose custody log is presented for it.</summary>
public sealed record FiledItem(string Evidence, string Log);

/// <summary>What the court made of an item; Gaps: why it was rejected, of <see cref="Evidence.CustodyGaps.All"/>.</summary>
public sealed record Verdict(string Evidence, bool Admitted, ImmutableArray<string> Gaps);
