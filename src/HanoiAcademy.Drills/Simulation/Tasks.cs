using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>The tasks that lie before a simulated player, in what his team can see alone; what is right comes from the author's expectations.</summary>
internal static class Tasks
{
    private const int MostTries = 3;

    public static SimulatedTask Reading(DrillState state, Scenario scenario, PlayBook book, string seat, FeedItem item)
    {
        var inject = item.Inject is { } id ? InjectBook.FindOrNull(state, scenario, id) : null;
        var words = inject is null ? PlayBook.CountWords(item.Text ?? "") : book.Words(scenario, inject);
        return new SimulatedTask(inject?.Attention is "urgent" or "call" ? 0 : 2, item.At, Skill.Reads(state, seat, item.Id, words), new MarkRead([item.Id]));
    }

    /// <param name="known">What he means to do of that which injects he has read expect, and when he read them.</param>
    public static IEnumerable<SimulatedTask> Expected(DrillState state, Scenario scenario, SeatPlan plan, IReadOnlyList<(Expected Expected, long ReadAt)> known)
    {
        foreach (var (expected, readAt) in known)
            if (Act(state, scenario, plan, expected.Act) is { } task && !CustodyTasks.Waits(state, plan, expected.Act, known))
                yield return task with { Since = Math.Max(task.Since, readAt) };
    }

    /// <summary>Nothing will make him do it any more.</summary>
    public static bool IsSettled(DrillState state, SeatPlan plan, ExpectedAct expected) => expected switch
    {
        ExpectAction a => state.Actions.TryGetValue(a.Action, out var run) && (run.EverDone || (run.Times >= MostTries && run.Status != "running")),
        ExpectDecision d => state.Decisions.TryGetValue(d.Decision, out var s) && s.Status != "open",
        ExpectIdentify or ExpectCollect or ExpectAcquire or ExpectPreserve or ExpectReceipt or ExpectFile => CustodyTasks.IsSettled(state, plan, expected),
        ExpectHandOver h => state.Evidence.TryGetValue(plan.Team + " " + h.Evidence, out var item) && item.Custody.Any(x => x.To == h.Team),
        ExpectMessage m => state.WrittenTo.Contains(m.To + " " + plan.Team),
        _ => false,
    };

    private static SimulatedTask? Act(DrillState state, Scenario scenario, SeatPlan plan, ExpectedAct expected) => expected switch
    {
        ExpectAction a when CanStart(state, scenario, plan, a.Action) =>
            new SimulatedTask(1, 0, Skill.Thinks(state, plan.Seat, "action " + a.Action, 15, 50), new StartAction(a.Action, Forms.Filling.Model(scenario, a))),
        ExpectDecision d when state.Decisions.TryGetValue(d.Decision, out var open) && open.Status == "open" =>
            new SimulatedTask(1, open.OpenedAt, Skill.Thinks(state, plan.Seat, "decision " + d.Decision, 40, 150),
                new Decide(d.Decision, Skill.Chooses(state, plan.Seat, d.Decision, d.Option, () => Others(state, scenario, plan.Seat, d)))),
        ExpectIdentify or ExpectCollect or ExpectAcquire or ExpectPreserve or ExpectReceipt or ExpectFile => CustodyTasks.Of(state, scenario, plan, expected),
        ExpectHandOver h when state.Evidence.TryGetValue(plan.Team + " " + h.Evidence, out var item) && item.Custody.All(x => x.To != h.Team) =>
            new SimulatedTask(1, 0, Skill.Thinks(state, plan.Seat, "hand over " + h.Evidence, 30, 90), new HandOverEvidence(h.Evidence, h.Team)),
        ExpectMessage m when !state.WrittenTo.Contains(m.To + " " + plan.Team) =>
            new SimulatedTask(1, 0, Skill.Writes(state, plan.Seat, m.To, PlayBook.CountWords(m.Text.ToString())), new SendMessage(m.To, m.Text.ToString())),
        _ => null,
    };

    /// <summary>Not yet done, not running, open to his eyes; one that failed he tries again, but not for ever.</summary>
    private static bool CanStart(DrillState state, Scenario scenario, SeatPlan plan, string id)
    {
        if (state.Actions.TryGetValue(id, out var run) && (run.EverDone || run.Status == "running" || run.Times >= MostTries))
            return false;
        return scenario.Actions.FirstOrDefault(a => a.Id == id) is { } action && action.By.Contains(plan.TeamRole)
            && !ActionRuns.Blocks(state, scenario, action, state.At).Any();
    }

    /// <summary>What he takes when he errs. A poor player may well do what the scenario punishes; the others err in judgement alone.</summary>
    private static List<string> Others(DrillState state, Scenario scenario, string seat, ExpectDecision d) =>
        [.. scenario.Decisions.First(x => x.Id == d.Decision).Options.Select(o => o.Id).Where(o => o != d.Option && (Skill.Of(state, seat) == Skill.Poor || IsLawful(state, scenario, seat, d.Decision, o)))];

    private static bool IsLawful(DrillState state, Scenario scenario, string seat, string decision, string option) =>
        !Drill.Decide(state, scenario, new Decide(decision, option), new Actor(seat, Simulated: true), state.At).Events.Any(e => e is Events.PenaltyIncurred);
}
