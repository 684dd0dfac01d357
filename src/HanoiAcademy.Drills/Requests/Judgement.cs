using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What is wrong with a form as it goes to a receiver. The form never does the thinking: any form can be sent, and this says what it lacks.</summary>
public static class Judgement
{
    /// <summary>Codes of the requests page, in the order in which a desk would say them; one missing-field a gap.</summary>
    public static ImmutableArray<string> Judge(Sending s)
    {
        var kind = s.Kind;
        var mistakes = ImmutableArray.CreateBuilder<string>();
        mistakes.AddRange(Address(s));
        mistakes.AddRange(Basis(s));
        if (!s.Authorised && kind.Unauthorised.Length > 0)
            mistakes.Add(kind.Unauthorised);
        if (Untranslated(s))
            mistakes.Add("untranslated");
        mistakes.AddRange(GapsOf(s).Select(f => f.Gap));
        if (s.Matter is null && FormFacts.OtherKind(s.Scenario, s.Form) is not null)
            mistakes.Add("wrong-kind");
        if (kind.NeedsIdentifier && (s.Matter is null || !FormFacts.NamesIdentifier(s.Scenario, s.Form, s.Matter)))
            mistakes.Add("no-identifier");
        if (kind.NeedsPeriod && (s.Form.Scope.FromUtc is null || s.Form.Scope.ToUtc is null))
            mistakes.Add("no-time-zone");
        if (s.Matter is { } matter && FormFacts.AsksTooMuch(s.Form, matter))
            mistakes.Add(kind.Outcome == "keep" && s.Asks("content") && !matter.Needed.Classes.Contains("content") ? "asks-disclosure" : "over-broad");
        mistakes.AddRange(kind.Judge(s));
        mistakes.AddRange(Traps(s));
        if (s.DataGone)
            mistakes.Add("too-late");
        return mistakes.ToImmutable();
    }

    /// <summary>Required fields that are empty or lack a listed fact.</summary>
    public static ImmutableArray<string> Gaps(Sending s) => [.. GapsOf(s).Select(f => f.Id)];

    private static IEnumerable<FormField> GapsOf(Sending s) => s.Kind.Required.Where(f => !s.Says(f.Id) && !Spared(s, f.Id));

    private static IEnumerable<string> Address(Sending s)
    {
        if (s.To is not { } to)
            yield break;
        var right = s.Matter is null ? null : ScenarioIndex.Of(s.Scenario).Authorities.Find(s.Matter.To);
        if (right is not null && to.State != right.State)
            yield return "wrong-state";
        else if (!Parties.IsCompetent(s.Scenario, to, s.Form.Kind) || (right is not null && to.Id != right.Id))
            yield return "wrong-authority";
        if (!to.Channels.Contains(s.Form.Channel) || !s.Kind.Channels.Contains(s.Form.Channel))
            yield return "wrong-channel";
    }

    /// <summary>At home no treaty is needed; abroad a treaty must be in force, and a way without treaty must suit the kind.</summary>
    private static IEnumerable<string> Basis(Sending s)
    {
        if (s.From is null || s.To is null)
            yield break;
        var basis = s.Form.Basis;
        if (basis is "uncc" or "budapest" or "untoc" or "uncac" or "bilateral" or "")
        {
            if ((s.Abroad || basis.Length > 0 || !s.Kind.Bases.Contains("domestic")) && !InForce(s.Scenario, basis, s.From.State, s.To.State))
                yield return "basis-not-in-force";
            else if (basis.Length > 0 && !s.Kind.Bases.Contains(basis))
                yield return "wrong-basis";
        }
        else if (!s.Kind.Bases.Contains(basis) || (basis == "domestic" && s.Abroad && s.Kind.Reach != "home"))
        {
            yield return "wrong-basis";
        }
    }

    private static bool Untranslated(Sending s) =>
        s.Abroad && s.ToState is { Languages.IsEmpty: false } state && s.Form.Fields.GetValueOrDefault("language", "") is { Length: > 0 } language
        && !state.Languages.Any(taken => LanguageNames.Means(language, taken));

    /// <summary>Dual criminality need not be shown to a State that does not ask for it, a person not named where none is known, nobody's share where the matter lists none.</summary>
    private static bool Spared(Sending s, string field) => field switch
    {
        "dual-criminality" => s.ToState?.DualCriminality.Contains(s.Form.Kind) != true && !Lists(s, field),
        "third-parties" or "victims" or "exculpatory" or "person-sought" or "do-not-tell-user" or "preservation-reference" => s.Matter is not null && !Lists(s, field),
        _ => false,
    };

    private static bool Lists(Sending s, string field) => s.Matter?.Facts.Any(f => f.Field == field) == true;

    private static IEnumerable<string> Traps(Sending s)
    {
        foreach (var trap in s.Matter?.Traps ?? [])
            if (trap.Field.Length > 0 ? FormFacts.Says(s.Form.Fields.GetValueOrDefault(trap.Field, ""), trap.Any) : s.Form.Fields.Values.Any(text => FormFacts.Says(text, trap.Any)))
                yield return trap.Code;
    }

    private static bool InForce(Scenario scenario, string basis, string a, string b) =>
        scenario.Treaties.Any(t => t.Basis == basis && t.Between.Contains(a) && t.Between.Contains(b));
}
