using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Exercises;

/// <summary>
/// What the rules would have judged, had the typed acts happened: they are done on a copy of the drill as it stands, each at its own time and in that order.
/// What holds there and does not hold without them was brought about on paper. What no rule can know (a paper that never went out), a controller types in himself.
/// </summary>
internal static class PaperTrial
{
    /// <summary>By "objective id" and "penalty id", in ordinal order.</summary>
    public static SortedDictionary<string, PaperState> Of(DrillState state, Scenario scenario)
    {
        var found = new SortedDictionary<string, PaperState>(StringComparer.Ordinal);
        var acts = state.Exercise.TypedIn
            .Where(typed => typed.Value.Value.Length > 0 && (typed.Key.StartsWith("decision ", StringComparison.Ordinal) || typed.Key.StartsWith("action ", StringComparison.Ordinal)))
            .OrderBy(typed => typed.Value.HappenedAt).ThenBy(typed => typed.Key, StringComparer.Ordinal).ToList();
        if (acts.Count == 0)
            return found;

        // What the drill's own clock made of it is asked anew; what was won online stays won.
        var world = state with
        {
            Status = "running",
            Unsettled = false,
            // Struck or not, it is judged the same: what was struck counts nothing whatever comes of it.
            Rulings = RulingState.None,
            Objectives = state.Objectives.RemoveRange(state.Objectives.Where(o => o.Value.Status == "missed").Select(o => o.Key)),
        };
        var trial = new Turn(world, scenario, 0);
        foreach (var (key, typed) in acts)
        {
            trial.ByClock(typed.HappenedAt ?? 0);
            Do(trial, key, typed);
            trial.Pending.AddEverything();
            Objectives.ByCondition(trial);
            Penalties.ByCondition(trial);
        }

        foreach (var e in trial.Events)
            switch (e)
            {
                case ObjectiveWon x when IsOfPaper(x.At, trial.Index.Objectives[x.Objective].When):
                    found["objective " + x.Objective] = new PaperState("won", trial.Index.Objectives[x.Objective].Points, x.At, x.Because);
                    break;
                case ObjectivePartlyWon x when IsOfPaper(x.At, trial.Index.Objectives[x.Objective].When):
                    found["objective " + x.Objective] = new PaperState("partly", x.Points, x.At, x.Because);
                    break;
                case PenaltyIncurred x when scenario.Penalties.First(p => p.Id == x.Penalty) is var p && IsOfPaper(x.At, p.When):
                    found["penalty " + x.Penalty] = new PaperState("incurred", p.Points, x.At, x.Because);
                    break;
            }

        if (state.Status == "ended")
            AskedAtEnd(state, scenario, trial.State, found);
        return found;

        bool IsOfPaper(long at, Condition when) => !Conditions.Hold(world, scenario, when, at);
    }

    private static void AskedAtEnd(DrillState state, Scenario scenario, DrillState trial, SortedDictionary<string, PaperState> found)
    {
        foreach (var o in scenario.Objectives.Where(o => o is { AtEnd: true, IsJudgedByPeople: false }))
        {
            var holds = Conditions.Hold(trial, scenario, o.When, Math.Max(state.At, trial.At));
            if (state.Objectives.GetValueOrDefault(o.Id) is { } judged && judged.Status != (holds ? "won" : "missed"))
                found["objective " + o.Id] = new PaperState(holds ? "won" : "missed", holds ? o.Points : 0, judged.At, "typed-in");
        }
    }

    private static void Do(Turn trial, string key, TypedState typed)
    {
        var id = key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var seat = typed.By.Length == 0 ? typed.Seat : typed.By + ".1";
        if (key[0] == 'd')
            Decide(trial, trial.Index.Decisions[id], typed, seat);
        else
            Act(trial, trial.Index.Actions[id], typed, seat);
    }

    private static void Decide(Turn trial, Decision decision, TypedState typed, string seat)
    {
        if (!trial.State.Decisions.ContainsKey(decision.Id))
            trial.Emit(new DecisionOpened(trial.At, decision.Id));
        if (decision.Options.FirstOrDefault(o => o.Id == typed.Value) is { } option)
        {
            trial.Emit(new DecisionTaken(trial.At, decision.Id, option.Id, seat, typed.Note), "decision-taken " + decision.Id);
            Apply(trial, option.Effects);
        }
        else
        {
            trial.Emit(new DecisionLapsed(trial.At, decision.Id), "decision-lapsed " + decision.Id);
            Apply(trial, decision.LapseEffects);
        }
    }

    private static void Act(Turn trial, ActionDefinition action, TypedState typed, string seat)
    {
        trial.Emit(new ActionStarted(trial.At, action.Id, seat, trial.State.Actions.GetValueOrDefault(action.Id)?.Times ?? 0, trial.At), "action-started " + action.Id);
        Apply(trial, action.StartEffects);
        if (typed.Value == "done")
        {
            trial.Emit(new ActionFinished(trial.At, action.Id, seat), "action-finished " + action.Id);
            Apply(trial, action.Effects);
        }
        else
        {
            trial.Emit(new ActionFailed(trial.At, action.Id, seat), "action-failed " + action.Id);
            Apply(trial, action.FailEffects);
        }
    }

    /// <summary>The drill ends when its people end it, not because of a paper.</summary>
    private static void Apply(Turn trial, IEnumerable<Effect> effects) => Effects.Apply(trial, effects.Where(e => e is not EndDrill));
}
