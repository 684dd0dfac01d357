using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Grounds of refusal: all are offered on the screen, few fit (requests.md, section 4).</summary>
public static class Grounds
{
    /// <summary>In the order of the screen. The last ones are never valid (UNTOC 18(8), 18(22)); objections are those of who is ordered to produce.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "not-in-conformity", "essential-interests", "barred-at-home", "contrary-to-mla-law", "dual-criminality", "discriminatory-purpose", "human-rights", "personal-data",
        "political-offence", "late-or-thin-evidence", "de-minimis", "not-held", "outside-territory", "over-broad", "privileged", "provider-policy", "bank-secrecy", "fiscal-only",
    ];

    /// <summary>Whether the ground may stand under this kind, basis and State: political offence is known under Budapest alone, dual criminality where the State asks for it.</summary>
    public static bool Fits(RequestKind kind, string basis, StateProfile? receiver, string ground) => ground switch
    {
        "bank-secrecy" or "fiscal-only" => false,
        "political-offence" => kind.Grounds.Contains(ground) && basis == "budapest",
        "dual-criminality" => kind.Grounds.Contains(ground) && receiver is not null && receiver.DualCriminality.Contains(kind.Id),
        _ => kind.Grounds.Contains(ground),
    };

    /// <summary>Whether the facts bear it out, as far as the rules can tell.</summary>
    public static bool IsTrue(Matter? matter, string ground) => ground switch
    {
        "discriminatory-purpose" => matter is { Discriminatory: true },
        "human-rights" => matter is null or { Discriminatory: true },
        "dual-criminality" => matter is null or { DualCriminal: false },
        _ => true,
    };
}
