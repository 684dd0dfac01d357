using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>All codes of mistakes: those of the kinds, and those any request or answer can have.</summary>
public static class Mistakes
{
    /// <summary>Of any request.</summary>
    public static readonly ImmutableArray<string> OfSenders =
        ["wrong-state", "wrong-authority", "wrong-channel", "wrong-kind", "basis-not-in-force", "wrong-basis", "missing-field", "no-identifier", "no-time-zone", "untranslated", "over-broad",
            "too-late", "no-authorisation", "other-use", "lapsed"];

    /// <summary>Of any answer.</summary>
    public static readonly ImmutableArray<string> OfReceivers =
        ["served-false-sender", "helped-persecution", "granted-over-broad", "granted-incomplete", "granted-what-does-not-fit", "skipped-verification", "no-reasons", "no-fact", "wrong-ground",
            "conditions-not-offered", "refused-mendable", "refused-unconsulted", "refused-sound", "refused-wrongly", "returned-sound", "postponed-without-cause", "told-wrongly",
            "forwarded-wrongly", "lifted-unheard", "not-acknowledged", "late-acknowledgement", "late-answer", "not-verified", "progress-untold", "no-register-date", "path-not-disclosed",
            "next-state-not-asked", "tipping-off"];

    public static readonly ImmutableArray<string> All = [.. RequestKinds.All.SelectMany(k => k.Mistakes).Select(m => m.Code).Concat(OfSenders).Concat(OfReceivers).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a side of a request of the kind can have made it.</summary>
    public static bool CanHave(RequestKind kind, string side, string code) =>
        side == "receiver" ? OfReceivers.Contains(code) || kind.Mistakes.Any(m => m.Code == code) : OfSenders.Contains(code) || kind.Mistakes.Any(m => m.Code == code);
}
