using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>The tasks that lie before a simulated player, found in his view alone; what is right comes from the author's expectations.</summary>
internal static class Tasks
{
    public static IEnumerable<SimulatedTask> Of(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view) =>
        Reading(state, scenario, seat, view)
            // With a person in the same role, or another simulated player before him, he only reads along.
            .Concat(Leads(state, scenario, seat)
                ? Expected(state, scenario, seat, view).Concat(RequestTasks.Of(state, scenario, seat, view))
                : []);

    private static IEnumerable<SimulatedTask> Reading(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view)
    {
        foreach (var item in view.Values.OfType<FeedView>())
            if (!item.Own && !state.Read.ContainsKey(seat + " " + item.Id))
            {
                var words = Words(Injects.InjectBook.FindOrNull(state, scenario, item.Id)?.Body.Markdown.In(scenario.Language, scenario.Language) ?? "");
                yield return new SimulatedTask(item.Attention is "urgent" or "call" ? 0 : 2, item.At, Skill.Reads(state, seat, item.Id, words), new MarkRead([item.Id]));
            }
    }

    private static IEnumerable<SimulatedTask> Expected(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view)
    {
        var role = new Actor(seat).TeamRole;
        foreach (var inject in scenario.Injects)
        {
            if (!state.Read.TryGetValue(seat + " " + inject.Id, out var read))
                continue;
            foreach (var expected in Injects.InjectBook.Expected(inject, state.Injects.GetValueOrDefault(inject.Id)))
                if (expected.By == role && Skill.Does(state, seat, expected.ToString()!) && Act(state, scenario, seat, view, expected) is { } task)
                    yield return task with { Since = Math.Max(task.Since, read) };
        }
    }

    private static SimulatedTask? Act(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view, ExpectedAct expected) => expected switch
    {
        ExpectAction a when view.GetValueOrDefault("action:" + a.Action) is ActionView { CanDo: true } action
            && state.Actions.GetValueOrDefault(a.Action)?.EverDone != true && (action.State == "ready" || Retries(state, a.Action)) =>
            new SimulatedTask(1, 0, Skill.Thinks(state, seat, "action " + a.Action, 15, 50), new StartAction(a.Action)),
        ExpectDecision d when view.GetValueOrDefault("decision:" + d.Decision) is DecisionView { CanDecide: true } open =>
            new SimulatedTask(1, open.OpenedAt, Skill.Thinks(state, seat, "decision " + d.Decision, 40, 150),
                new Decide(d.Decision, Skill.Chooses(state, seat, d.Decision, d.Option, [.. open.Options.Select(o => o.Id).Where(o => IsLawful(state, scenario, seat, d.Decision, o))]))),
        ExpectCollect c when view.GetValueOrDefault("evidence:" + c.Evidence) is EvidenceView { State: "seen" } =>
            new SimulatedTask(1, 0, Skill.Thinks(state, seat, "collect " + c.Evidence, 30, 90), new CollectEvidence(c.Evidence, Note: "Collected as received.")),
        ExpectHandOver h when view.GetValueOrDefault("evidence:" + h.Evidence) is EvidenceView { State: not "seen" } item && item.Custody.All(x => x.To != h.Team) =>
            new SimulatedTask(1, 0, Skill.Thinks(state, seat, "hand over " + h.Evidence, 30, 90), new HandOverEvidence(h.Evidence, h.Team)),
        ExpectMessage m when view.ContainsKey("contact:" + m.To) && !view.Values.OfType<FeedView>().Any(f => f.Own && f.FromContact == m.To) =>
            new SimulatedTask(1, 0, Skill.Writes(state, seat, m.To, Words(m.Text.ToString())), new SendMessage(m.To, m.Text.ToString())),
        _ => null,
    };

    /// <summary>He may err in judgement, but does nothing that the scenario punishes.</summary>
    private static bool IsLawful(DrillState state, Scenario scenario, string seat, string decision, string option) =>
        !Drill.Decide(state, scenario, new Decide(decision, option), new Actor(seat, Simulated: true), state.At).Events.Any(e => e is Events.PenaltyIncurred);

    private static bool Retries(DrillState state, string action) => state.Actions.TryGetValue(action, out var run) && run.Times < 3;

    private static bool Leads(DrillState state, Scenario scenario, string seat)
    {
        var role = new Actor(seat).TeamRole;
        foreach (var (id, _, _) in Seats.Seating.All(scenario).Where(x => new Actor(x.Seat).TeamRole == role))
        {
            if (state.Seats[id].Holder == "person")
                return false;
            if (state.Seats[id].Holder == "simulated")
                return id == seat && Seats.Seating.All(scenario).All(x => new Actor(x.Seat).TeamRole != role || state.Seats[x.Seat].Holder != "person");
        }

        return false;
    }

    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
