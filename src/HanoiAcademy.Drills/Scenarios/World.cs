using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>A thing of the world with typed states. SeenBy: teams and roles (team.role) that see it from the start ("all" for everybody). X and Y place it on the map, in per mille.</summary>
public sealed record Asset(string Id, Text Name, Text About, string Kind, ImmutableArray<AssetState> States, string Start, ImmutableArray<string> SeenBy, ImmutableArray<string> Links, int X = 0, int Y = 0);

/// <summary>Mood (ok, watch, bad, unknown) gives shape and colour; the word is the name.</summary>
public sealed record AssetState(string Id, Text Name, string Mood);

/// <summary>A whole number that changes with time: <see cref="RatePerMinute"/> a drill minute while the drill runs, kept within Min and Max.</summary>
public sealed record Meter(string Id, Text Name, string Unit, long Start, long RatePerMinute, long Min, long Max, ImmutableArray<string> SeenBy);

/// <summary>A fact of the ground truth; players never see flags.</summary>
public sealed record Flag(string Id, Text About);

/// <summary>
/// Data at a provider or bank. Gone when RetentionEnds (story time) passes with no hold. Class: subscriber, traffic or content.
/// KnownTo: teams that know of it from the start. Identifiers are what a request can name it by. Evidence: the item in which it is handed over.
/// </summary>
public sealed record DataSet(string Id, Text Name, Text Holder, string State, string Class, long RetentionEnds, ImmutableArray<string> Identifiers, ImmutableArray<string> KnownTo, string? Evidence = null);

/// <summary>
/// A file that can be identified, collected, copied, sealed and handed over. Content is the file's bytes in base64, Sha256 lower-case hex of them.
/// What the properties ask for is judged and never enforced: a record that falls short of it has gaps.
/// </summary>
public sealed record EvidenceItem(string Id, Text Name, Text About, string FileName, string MediaType, string Content, string Sha256, ImmutableArray<string> SeenBy)
{
    /// <summary>The asset and the State it lies in; null: nowhere in particular.</summary>
    public string? Asset { get; init; }
    public string? State { get; init; }

    /// <summary>Lawful bases that are right, of <see cref="Bases.All"/>; empty: nothing is asked.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];

    /// <summary>Steps that its record must show beside its being taken: identified, acquired (a working copy), preserved (sealed).</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Taking it is a coercive act: what must hold before, an authorisation on record.</summary>
    public Condition? Authorised { get; init; }

    /// <summary>Volatile: once this holds, it is gone where it lies.</summary>
    public Condition? GoneWhen { get; init; }
}

/// <summary>The lawful bases a custody form offers. Words of the exercise, not of any State's law.</summary>
public static class Bases
{
    public static readonly ImmutableArray<string> All = ["own-system", "consent", "order", "request", "handed-over", "public"];

    /// <summary>Those on which something may be taken in another State where its author names none.</summary>
    public static readonly ImmutableArray<string> AcrossBorders = ["consent", "request", "handed-over", "public"];
}
