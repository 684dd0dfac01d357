using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Research;

/// <summary>
/// What the texts of an event are, by the name of their property: words of the scenario and of the rules, or something that a person typed. A name that is in
/// neither list counts as typed, so that a new event gives nothing away by being forgotten here; a test asks for every one to be placed.
/// </summary>
public static class ResearchFields
{
    /// <summary>Ids of the scenario, kinds and outcomes of the rules, languages, hashes. Seats among them become pseudonyms.</summary>
    public static readonly ImmutableSortedSet<string> Codes = Set(
        "about", "action", "afterCrash", "asset", "attachments", "attention", "authority", "basis", "because", "by", "calledBack", "channel", "classes", "code",
        "contentSha256", "correction", "court", "dataSet", "dataSets", "decision", "end", "evidence", "fitting", "flag", "found", "from", "gaps", "ground", "hold",
        "how", "id", "incoming", "inject", "item", "items", "key", "kind", "language", "level", "log", "matter", "meter", "missing", "mistakes", "noController",
        "objective", "option", "penalty", "phase", "plan", "playedBy", "pool", "properties", "property", "questionnaire", "replaces", "replay", "reply", "request", "result", "scenario", "seat",
        "sha256", "sharing", "side", "skill", "sort", "status", "step", "supplements", "team", "tlp", "to", "value", "variant", "what", "why");

    /// <summary>What people typed. Left out, or with known names masked.</summary>
    public static readonly ImmutableSortedSet<string> Typed = Set(
        "answers", "body", "conditions", "fields", "fromText", "identifiers", "note", "owner", "place", "planned", "purpose", "reason", "reasons", "reference",
        "remark", "seal", "subject", "text");

    /// <summary>Names of other drills, which lead to people: never written.</summary>
    public static bool IsNever(string kind, string property) => kind == "drill-forked" && property == "from";

    public static bool IsTyped(string property) => !Codes.Contains(property);

    private static ImmutableSortedSet<string> Set(params string[] names) => names.ToImmutableSortedSet(StringComparer.Ordinal);
}
