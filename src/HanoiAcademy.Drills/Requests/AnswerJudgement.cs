using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What is wrong with an answer that people give. Wrongly refusing a sound request costs as much as wrongly granting a bad one.</summary>
internal static class AnswerJudgement
{
    public static (string Fitting, bool Fits, ImmutableArray<string> Mistakes) Of(Turn turn, RequestState request, AnswerRequest a)
    {
        var kind = RequestKinds.Of(request.Form.Kind);
        var matter = ScenarioIndex.Of(turn.Scenario).Matters.Find(request.Matter);
        var fitting = Fitting.AnswerTo(turn.Scenario, request, turn.State);
        var right = Fitting.Fits(fitting, a.Answer) || OptionalRefusal(turn, request, kind, matter, a);
        var mistakes = ImmutableArray.CreateBuilder<string>();
        mistakes.AddRange(AnswerWords.MoveOf(a.Answer) switch
        {
            "grant" => Granting(request, kind, matter, a, fitting),
            "refuse" => Refusing(turn, request, kind, matter, a, fitting, right),
            "return" => fitting is "grant" or "grant-with-conditions" ? ["returned-sound"] : [],
            "postpone" => [.. right ? [] : new[] { "postponed-without-cause" }, .. string.IsNullOrWhiteSpace(a.Reasons) ? new[] { "no-reasons" } : []],
            "consult" => fitting is "grant" or "grant-with-conditions" ? ["returned-sound"] : [],
            "tell" => right ? [] : ["told-wrongly"],
            "forward" => right ? [] : ["forwarded-wrongly"],
            _ => (IEnumerable<string>)[],
        });
        return (fitting, right, mistakes.ToImmutable());
    }

    private static IEnumerable<string> Granting(RequestState request, RequestKind kind, Matter? matter, AnswerRequest a, string fitting)
    {
        if (matter is { Authentic: false })
            yield return "served-false-sender";
        else if (matter is { Discriminatory: true })
            yield return "helped-persecution";
        else if (fitting == "consult" && a.Answer != "grant-in-part")
            yield return "granted-over-broad";
        else if (fitting is "return" or "order-needed")
            yield return "granted-incomplete";
        else if (AnswerWords.MoveOf(fitting) == "refuse")
            yield return "granted-what-does-not-fit";
        if (!request.Reached.ContainsKey("verified") && kind.HandsOver)
            yield return "skipped-verification";
    }

    private static IEnumerable<string> Refusing(Turn turn, RequestState request, RequestKind kind, Matter? matter, AnswerRequest a, string fitting, bool right)
    {
        if (string.IsNullOrWhiteSpace(a.Reasons))
            yield return "no-reasons";
        else if (right && matter is { AnswerFacts.IsEmpty: false } && !matter.AnswerFacts.Any(f => FormFacts.Says(a.Reasons, f.Any)))
            yield return "no-fact";
        if (AnswerWords.NeedsGround(a.Answer))
        {
            if (!Grounds.Fits(kind, request.Form.Basis, Parties.StateOf(turn.Scenario, request.Receiver), a.Ground) || !Grounds.IsTrue(matter, a.Ground))
                yield return "wrong-ground";
            else if (a.Ground == "personal-data" && !request.Reached.ContainsKey("consulting"))
                yield return "conditions-not-offered";
        }

        if (right)
            yield break;
        yield return fitting switch
        {
            "return" or "order-needed" => "refused-mendable",
            "consult" when !request.Reached.ContainsKey("consulting") => "refused-unconsulted",
            "grant" or "grant-with-conditions" => "refused-sound",
            _ => "refused-wrongly",
        };
    }

    /// <summary>Where the State asks for dual criminality and there is none, it may refuse and may still help (UNTOC 18(9)); a request that was not narrowed after consulting may be refused.</summary>
    private static bool OptionalRefusal(Turn turn, RequestState request, RequestKind kind, Matter? matter, AnswerRequest a) =>
        a.Answer == "refuse"
        && ((a.Ground == "dual-criminality" && matter is { DualCriminal: false } && Grounds.Fits(kind, request.Form.Basis, Parties.StateOf(turn.Scenario, request.Receiver), a.Ground))
            || (request.Reached.ContainsKey("consulting") && Fitting.AnswerTo(turn.Scenario, request) == "consult" && Grounds.Fits(kind, request.Form.Basis, Parties.StateOf(turn.Scenario, request.Receiver), a.Ground)));
}
