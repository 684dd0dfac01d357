namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>The closed lists of words of the language: what may stand where one of a few words is asked for.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, string> Mode = Of("functional", "tabletop", "comms-check");
    public static readonly IReadOnlyDictionary<string, string> Side = Of("attack", "response", "partner", "control");
    public static readonly IReadOnlyDictionary<string, string> AuthorityKind = Of("desk247", "police", "central-authority", "prosecutor", "court", "bank", "fiu", "provider");

    /// <summary>Ways a request can take (requests.md, section 3).</summary>
    public static readonly IReadOnlyDictionary<string, string> Channel =
        Of("desk247", "police", "served-order", "provider-portal", "central-authority", "diplomatic", "interpol", "bank-recall", "fiu");

    public static readonly IReadOnlyDictionary<string, string> RequestKind = Of("preservation");
    public static readonly IReadOnlyDictionary<string, string> DataClass = Of("subscriber", "traffic", "content");

    /// <summary>Bases a treaty table may list; a form may also rest on police, voluntary or domestic.</summary>
    public static readonly IReadOnlyDictionary<string, string> TreatyBasis = Of("uncc", "budapest", "untoc", "uncac", "bilateral", "reciprocity");

    public static readonly IReadOnlyDictionary<string, string> Basis =
        Of("uncc", "budapest", "untoc", "uncac", "bilateral", "reciprocity", "police", "voluntary", "domestic");

    public static readonly IReadOnlyDictionary<string, string> Mood = Of("ok", "watch", "bad", "unknown");
    public static readonly IReadOnlyDictionary<string, string> InjectChannel = Of("mail", "call", "chat", "alert", "news", "social", "note");
    public static readonly IReadOnlyDictionary<string, string> Attention = Of("quiet", "normal", "urgent", "call");
    public static readonly IReadOnlyDictionary<string, string> Tlp = Of("RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR");
    public static readonly IReadOnlyDictionary<string, string> ObjectiveGroup = Of("detection", "containment", "evidence", "legal", "rights", "communication");
    public static readonly IReadOnlyDictionary<string, string> ActionOutcome = Of("done", "started", "failed");
    public static readonly IReadOnlyDictionary<string, string> EvidenceFact = Of("collected", "handed-over");
    public static readonly IReadOnlyDictionary<string, string> HoldFact = Of("active", "begun", "ended", "followed");

    /// <summary>Statuses a request can have reached; kept and nil are what its execution gave.</summary>
    public static readonly IReadOnlyDictionary<string, string> RequestStatus =
        Of("authorised", "sent", "acknowledged", "verified", "not-authentic", "forwarded", "returned", "supplemented", "consulting", "postponed",
            "granted", "executed", "kept", "nil", "refused", "withdrawn", "lapsed", "closed");

    /// <summary>Fields of the preservation form and of the header of every request.</summary>
    public static readonly IReadOnlyDictionary<string, string> FormField =
        Of("authority", "offence", "data", "holder", "necessity", "mla-follows",
            "identifiers-note", "mla-date", "confidential", "do-not-tell-user",
            "own-reference", "request-type", "earlier-reference", "person", "telephone", "hours", "case-authority", "second-contact", "urgency", "wanted-by", "language");

    private static Dictionary<string, string> Of(params string[] words) => words.ToDictionary(w => w, StringComparer.Ordinal);
}
