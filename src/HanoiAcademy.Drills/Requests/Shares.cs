using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>A mistake and what it costs of a side's points, in percent.</summary>
public sealed record Cost(string Code, string Weight, int Percent);

/// <summary>What one side of a request earned of its points: 100 less its mistakes, never below 0. Only what the rules can judge; quality of reasons is people's to judge.</summary>
public sealed record Share(string Request, string Side, int Percent, ImmutableArray<Cost> Costs)
{
    public bool Fatal => Costs.Any(c => c.Weight == "fatal");
}

/// <summary>Shares of a request's points (requests.md, section 5). A mistake counts once, whenever it was made; mending it does not undo it.</summary>
public static class Shares
{
    /// <summary>Side: sender, of what went out; receiver, of people's answer (nothing while there is none).</summary>
    public static Share Of(DrillState state, Scenario scenario, RequestState r, string side)
    {
        if (side == "receiver" ? r.Fitting is null && r.Right is null : !r.Reached.ContainsKey("sent"))
            return new Share(r.Id, side, 0, []);
        var kind = RequestKinds.Of(r.Form.Kind);
        var matter = ScenarioIndex.Of(scenario).Matters.Find(r.Matter);
        var codes = side == "receiver" ? Receiver(state, scenario, r, kind) : r.FirstMistakes.Concat(r.Mistakes);
        var late = r.Faults.Where(f => f.StartsWith(side + " ", StringComparison.Ordinal)).Select(f => f[(side.Length + 1)..]);
        var costs = codes.Concat(late).Distinct().Select(code => Cost(code, kind, matter)).ToImmutableArray();
        var wrong = side == "receiver" && r.Right == false;
        return new Share(r.Id, side, wrong ? 0 : Math.Max(0, 100 - costs.Sum(c => c.Percent)), costs);
    }

    private static Cost Cost(string code, RequestKind kind, Matter? matter)
    {
        var weight = matter?.Weights.GetValueOrDefault(code) ?? kind.WeightOf(code);
        return new Cost(code, weight, Kinds.Weights.Percent(weight));
    }

    /// <summary>Beside the answer itself: acknowledging, verifying by the register, saying how it stands, and the date in the register.</summary>
    private static IEnumerable<string> Receiver(DrillState state, Scenario scenario, RequestState r, RequestKind kind)
    {
        foreach (var code in r.AnswerMistakes)
            yield return code;
        if (!r.Reached.ContainsKey("acknowledged"))
            yield return "not-acknowledged";
        else if (r.Overdue.Contains("acknowledge"))
            yield return "late-acknowledgement";
        if (r.FoundAuthentic is null || r.History.LastOrDefault(h => h.What is "verified" or "not-authentic")?.Note != "register")
            yield return "not-verified";
        if (r.Overdue.Contains("answer"))
            yield return "late-answer";
        if (r.Overdue.Contains("progress"))
            yield return "progress-untold";
        if (state.Holds.Values.Any(h => h.RestsOn(r.Id)) && !Register.IsRight(state, r, (Parties.StateOf(scenario, r.Receiver)?.OffsetMinutes ?? 0) * 60_000L))
            yield return "no-register-date";
    }
}

/// <summary>Points that matters give to the teams that play their two ends.</summary>
public static class RequestPoints
{
    /// <summary>Won of Of, and what fatal mistakes cost besides.</summary>
    public static (int Won, int Of, int Penalties) ForTeam(DrillState state, Scenario scenario, string team)
    {
        var (won, of, penalties) = (0, 0, 0);
        foreach (var matter in scenario.Matters.Where(m => m.Points > 0))
            foreach (var side in Sides(scenario, matter, team))
            {
                // The best of several requests earns; every fatal mistake costs.
                var shares = state.Requests.Values.Where(r => r.Matter == matter.Id).Select(r => Shares.Of(state, scenario, r, side)).ToList();
                of += matter.Points;
                won += shares.Count == 0 ? 0 : matter.Points * shares.Max(s => s.Percent) / 100;
                penalties += shares.Any(s => s.Fatal) ? matter.Penalty : 0;
            }

        return (won, of, penalties);
    }

    /// <summary>The ends of a matter that a team plays; a sending authority without people is its State's to write for, and belongs to who may authorise.</summary>
    public static IEnumerable<string> Sides(Scenario scenario, Matter matter, string team)
    {
        if (Plays(scenario, matter.From, team))
            yield return "sender";
        if (Plays(scenario, matter.To, team))
            yield return "receiver";
    }

    private static bool Plays(Scenario scenario, string authority, string team) =>
        ScenarioIndex.Of(scenario).Authorities.Find(authority)?.PlayedBy.Any(r => r.StartsWith(team + ".", StringComparison.Ordinal)) == true;
}
