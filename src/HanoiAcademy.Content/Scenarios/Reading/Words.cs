using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

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

    public static readonly IReadOnlyDictionary<string, string> RequestKind = Of([.. RequestKinds.All.Select(k => k.Id)]);
    public static readonly IReadOnlyDictionary<string, string> RequestSide = Of("sender", "receiver");
    public static readonly IReadOnlyDictionary<string, string> RequestAnswer = Of([.. RequestKinds.All.SelectMany(k => k.Answers).Distinct()]);
    public static readonly IReadOnlyDictionary<string, string> Ground = Of([.. Grounds.All]);
    public static readonly IReadOnlyDictionary<string, string> Weight = Of([.. Weights.All]);
    public static readonly IReadOnlyDictionary<string, string> Mistake = Of([.. Mistakes.All]);
    /// <summary>Versions of ATT&amp;CK whose ids the copied reference holds.</summary>
    public static readonly IReadOnlyDictionary<string, string> AttackVersion = Of("v19");
    public static readonly IReadOnlyDictionary<string, string> IcsVersion = Of("v18.1");
    public static readonly IReadOnlyDictionary<string, string> StepFact = Of("done", "started", "failed", "foiled", "skipped", "detected");
    public static readonly IReadOnlyDictionary<string, string> Weekday = Of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    public static readonly IReadOnlyDictionary<string, string> DeskPower = Of("orders", "passes-on");
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
    public static readonly IReadOnlyDictionary<string, string> FieldKind = Of("text", "number", "choice", "scale", "time", "identifier");
    public static readonly IReadOnlyDictionary<string, string> ActionOutcome = Of("done", "started", "failed");
    public static readonly IReadOnlyDictionary<string, string> EvidenceFact =
        Of("identified", "collected", "acquired", "preserved", "handed-over", "receipted", "altered", "destroyed", "unauthorised", "unbroken", "admitted", "rejected");

    public static readonly IReadOnlyDictionary<string, string> EvidenceBasis = Of([.. Bases.All]);

    /// <summary>Steps that a record of custody must show beside the taking.</summary>
    public static readonly IReadOnlyDictionary<string, string> EvidenceNeed = Of("identified", "acquired", "preserved");
    public static readonly IReadOnlyDictionary<string, string> CourtFact = Of("asked", "filed", "lapsed", "admitted");
    public static readonly IReadOnlyDictionary<string, string> HoldFact = Of("active", "begun", "ended", "followed", "suspended", "frozen");

    /// <summary>Statuses a request can have reached; those from kept on are what its execution gave.</summary>
    public static readonly IReadOnlyDictionary<string, string> RequestStatus =
        Of("authorised", "sent", "acknowledged", "verified", "not-authentic", "forwarded", "returned", "supplemented", "consulting", "postponed",
            "narrowed", "granted", "executed", "refused", "withdrawn", "lapsed", "closed", "kept", "nil", "handed-over", "held", "taken", "agreed", "moved-on", "paid-out", "not-found");

    /// <summary>Fields of all kinds of form, and of the header of every request.</summary>
    public static readonly IReadOnlyDictionary<string, string> FormField =
        Of([.. RequestKinds.All.SelectMany(k => k.Fields).Select(f => f.Id).Concat(RequestKinds.Header).Distinct()]);

    private static Dictionary<string, string> Of(params string[] words) => words.ToDictionary(w => w, StringComparer.Ordinal);
}
