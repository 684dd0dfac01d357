using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Injects;

/// <summary>Whether what a good team does has been done; the plan ticks it and the report names what went unanswered.</summary>
internal static class Expectations
{
    /// <summary>By what the rules see, or by what an evaluator saw.</summary>
    public static bool Done(DrillState s, string inject, Expectation expected) =>
        expected.Act is ExpectObserved ? Seen(s, inject, expected)?.Found == "done" : Done(s, expected.Act);

    /// <summary>What an evaluator saw of it; null as long as none has said.</summary>
    public static ObservedState? Seen(DrillState s, string inject, Expectation expected) => s.Observed.IsEmpty ? null : s.Observed.GetValueOrDefault(Scoring.Observations.Key(inject, expected.N));

    public static bool Done(DrillState s, ExpectedAct act) => act switch
    {
        ExpectAction a => s.Actions.ContainsKey(a.Action) || s.Exercise.Typed("action", a.Action) is not null,
        ExpectDecision d => s.Decisions.TryGetValue(d.Decision, out var taken) && taken.Status == "taken" || s.Exercise.Typed("decision", d.Decision) is { Value: not "lapsed" },
        ExpectRequest r => s.Requests.Values.Any(x => x.Matter == r.Matter && x.Incoming is null && x.Reached.ContainsKey("sent")),
        ExpectIdentify c => s.Identified.ContainsKey(new Actor(c.By).Team + " " + c.Evidence) || Shows(s, c, c.Evidence, "identified"),
        ExpectCollect c => s.Evidence.ContainsKey(new Actor(c.By).Team + " " + c.Evidence),
        ExpectAcquire c => Shows(s, c, c.Evidence, "acquired"),
        ExpectPreserve c => Shows(s, c, c.Evidence, "preserved"),
        ExpectReceipt c => Shows(s, c, c.Evidence, "receipt"),
        ExpectFile f => s.Courts.TryGetValue(f.Court, out var court) && court.Status == "filed",
        ExpectHandOver h => s.Evidence.TryGetValue(new Actor(h.By).Team + " " + h.Evidence, out var e) && e.Custody.Any(x => x.What == "handed-over" && x.To == h.Team),
        ExpectMessage m => s.WrittenTo.Contains(m.To + " " + new Actor(m.By).Team),
        _ => false,
    };

    /// <summary>The team has itself written such a line into the item's log.</summary>
    private static bool Shows(DrillState s, ExpectedAct act, string evidence, string what) =>
        s.Evidence.GetValueOrDefault(new Actor(act.By).Team + " " + evidence)?.Custody.Any(c => c.What == what && new Actor(c.Seat).Team == new Actor(act.By).Team) == true;

    /// <summary>The kind of act and the name of the thing it concerns.</summary>
    public static (string What, Text Name) Describe(Scenario scenario, ExpectedAct act) => act switch
    {
        ExpectAction a => ("action", ScenarioIndex.Of(scenario).Actions[a.Action].Name),
        ExpectDecision d => ("decision", ScenarioIndex.Of(scenario).Decisions[d.Decision].Title),
        ExpectRequest r => ("request", ScenarioIndex.Of(scenario).Matters[r.Matter].Name),
        ExpectCollect c => ("collect", ScenarioIndex.Of(scenario).Evidence[c.Evidence].Name),
        ExpectIdentify c => ("identify", ScenarioIndex.Of(scenario).Evidence[c.Evidence].Name),
        ExpectAcquire c => ("acquire", ScenarioIndex.Of(scenario).Evidence[c.Evidence].Name),
        ExpectPreserve c => ("preserve", ScenarioIndex.Of(scenario).Evidence[c.Evidence].Name),
        ExpectReceipt c => ("receipt", ScenarioIndex.Of(scenario).Evidence[c.Evidence].Name),
        ExpectFile f => ("file", ScenarioIndex.Of(scenario).Courts[f.Court].Title),
        ExpectHandOver h => ("hand-over", ScenarioIndex.Of(scenario).Evidence[h.Evidence].Name),
        ExpectMessage m => ("message", ScenarioIndex.Of(scenario).Contacts[m.To].Name),
        ExpectObserved o => ("observe", o.What),
        _ => ("", Text.Empty),
    };
}
