using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Injects;

/// <summary>Whether what a good team does has been done; the plan ticks it and the report names what went unanswered.</summary>
internal static class Expectations
{
    public static bool Done(DrillState s, ExpectedAct act) => act switch
    {
        ExpectAction a => s.Actions.ContainsKey(a.Action),
        ExpectDecision d => s.Decisions.TryGetValue(d.Decision, out var taken) && taken.Status == "taken",
        ExpectRequest r => s.Requests.Values.Any(x => x.Matter == r.Matter && x.Incoming is null && x.Reached.ContainsKey("sent")),
        ExpectCollect c => s.Evidence.ContainsKey(new Actor(c.By).Team + " " + c.Evidence),
        ExpectHandOver h => s.Evidence.TryGetValue(new Actor(h.By).Team + " " + h.Evidence, out var e) && e.Custody.Any(x => x.What == "handed-over" && x.To == h.Team),
        ExpectMessage m => s.Feed.Any(f => f.To == m.To && new Actor(f.Seat!).Team == new Actor(m.By).Team),
        _ => false,
    };

    public static ExpectedView Describe(DrillState s, ExpectedAct act)
    {
        var (what, id) = act switch
        {
            ExpectAction a => ("action", a.Action),
            ExpectDecision d => ("decision", d.Decision),
            ExpectRequest r => ("request", r.Matter),
            ExpectCollect c => ("collect", c.Evidence),
            ExpectHandOver h => ("hand-over", h.Evidence),
            ExpectMessage m => ("message", m.To),
            _ => ("", ""),
        };
        return new ExpectedView(act.By, what, id, Done(s, act));
    }
}
