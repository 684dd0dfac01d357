using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Content.Rehearsals;

/// <summary>
/// What a rehearsal says about a scenario. It should tell the good from the poor, pay no strategy that needs no thought, leave nobody idle, and
/// hold nothing that never happens.
/// </summary>
public static class Findings
{
    public const int GoodAtLeast = 80;
    public const int AverageFrom = 45;
    public const int AverageTo = 75;
    public const int PoorUnder = 40;
    public const int StrategyUnder = 40;

    /// <summary>Points of success rate by which an objective is won more often by good than by poor players.</summary>
    public const int Spread = 30;

    public static IReadOnlyList<Finding> Of(RehearsalResult r) =>
        [.. Points(r), .. Scores(r), .. Strategies(r), .. Objectives(r), .. Never(r), .. ByPeople(r), .. Steps(r), .. Ends(r), .. Quiet(r), .. Overload(r)];

    /// <summary>"82 of 100 points can be rehearsed; 18 are for evaluators", or null where a scenario has no points.</summary>
    public static string? WhoJudges(Scenario scenario)
    {
        var scores = scenario.Teams.Where(t => t.Side == "response").Select(t => Score.ForTeam(DrillState.Empty, scenario, t.Id)).ToArray();
        var (rules, people) = (scores.Sum(s => s.Of), scores.Sum(s => s.ToJudge));
        return rules + people == 0 ? null
            : $"{rules} of {rules + people} points can be rehearsed; {(people == 0 ? "none are" : people == 1 ? "1 is" : $"{people} are")} for evaluators.";
    }

    private static IEnumerable<Finding> Points(RehearsalResult r)
    {
        if (WhoJudges(r.Scenario) is { } sentence)
            yield return new(true, sentence);
    }

    private static IEnumerable<Finding> Scores(RehearsalResult r)
    {
        // Without points everybody scores alike, and nothing follows from it.
        if (r.Runs.All(p => p.Teams.IsEmpty))
            yield break;
        var (good, average, poor) = (r.BandOf(Skill.Good.Id), r.BandOf(Skill.Average.Id), r.BandOf(Skill.Poor.Id));
        yield return new(good.Median >= GoodAtLeast, $"Good players score {good.Median} in the median ({good.Low} to {good.High} for eight in ten); at least {GoodAtLeast} is wanted.");
        yield return new(average.Median is >= AverageFrom and <= AverageTo, $"Average players score {average.Median} ({average.Low} to {average.High}); {AverageFrom} to {AverageTo} is wanted.");
        yield return new(poor.Median < PoorUnder, $"Poor players score {poor.Median} ({poor.Low} to {poor.High}); under {PoorUnder} is wanted.");
        yield return good.Low > average.Median
            ? new(true, $"Nine in ten good players score more than the average player's {average.Median}.")
            : new(false, $"One in ten good players scores {good.Low} or less, no more than the average player's {average.Median}: luck weighs as much as skill.");
    }

    private static IEnumerable<Finding> Strategies(RehearsalResult r)
    {
        if (r.Runs.All(p => p.Teams.IsEmpty))
            yield break;
        var scores = Strategy.All.Where(s => r.By(s.Id).Any()).Select(s => (s.Name, r.BandOf(s.Id).Median)).ToArray();
        foreach (var (name, score) in scores.Where(s => s.Median >= StrategyUnder))
            yield return new(false, $"To {name} scores {score}; under {StrategyUnder} is wanted, so that no rule of thumb replaces thought.");
        if (scores.All(s => s.Median < StrategyUnder))
            yield return new(true, $"No fixed strategy scores {StrategyUnder}: {string.Join(", ", scores.Select(s => $"{s.Name} {s.Median}"))}.");
    }

    private static IEnumerable<Finding> Objectives(RehearsalResult r)
    {
        var weak = 0;
        // What people judge nobody wins in a rehearsal.
        var judged = r.Scenario.Objectives.Where(o => !o.IsJudgedByPeople).ToArray();
        foreach (var o in judged)
        {
            int good = r.Share(Skill.Good.Id, p => p.Won.Contains(o.Id)), poor = r.Share(Skill.Poor.Id, p => p.Won.Contains(o.Id));
            if (good - poor >= Spread)
                continue;
            weak++;
            yield return new(false, good == 0
                ? $"{r.TeamName(o.Team)} never wins “{r.Say(o.Name)}” ({o.Id}), not even with good players: is it within reach?"
                : $"{r.TeamName(o.Team)} wins “{r.Say(o.Name)}” ({o.Id}) in {good} per cent of runs by good players and in {poor} by poor ones; {Spread} more are wanted, else it does not tell them apart.");
        }

        if (weak == 0 && judged.Length > 0)
            yield return new(true, $"Good players win each of the {judged.Length} objectives at least {Spread} points more often than poor ones.");
    }

    /// <summary>What no run reached, strategies included: they try what thinking players would not.</summary>
    private static IEnumerable<Finding> Never(RehearsalResult r)
    {
        var s = r.Scenario;
        return One("Inject", "came", s.Injects.Where(i => !i.Contingency).Select(i => i.Id), p => p.Injects)
            .Concat(One("Action", "was done", s.Actions.Select(a => a.Id).Except(s.Adversary.SelectMany(p => p.Steps).Select(x => x.Id)), p => p.Actions))
            .Concat(One("Option", "was taken", s.Decisions.SelectMany(d => d.Options.Select(o => d.Id + "/" + o.Id)), p => p.Decisions))
            .Concat(One("Penalty", "was incurred", s.Penalties.Select(p => p.Id), p => p.Penalties));

        IEnumerable<Finding> One(string what, string came, IEnumerable<string> ids, Func<Played, IReadOnlySet<string>> reached)
        {
            var all = r.Runs.SelectMany(reached).ToHashSet(StringComparer.Ordinal);
            var never = ids.Where(id => !all.Contains(id)).ToArray();
            if (never.Length > 0)
                yield return new(false, $"{(never.Length == 1 ? what : what == "Penalty" ? "Penalties" : what + "s")} that never {came} in any run: {string.Join(", ", never)}.");
        }
    }

    /// <summary>A drill made of a spreadsheet may come by hand and be judged by evaluators; a rehearsal has neither, and must not be read as if it had.</summary>
    private static IEnumerable<Finding> ByPeople(RehearsalResult r)
    {
        var (hand, all) = (r.Scenario.Injects.Count(i => i.Contingency), r.Scenario.Injects.Length);
        if (hand * 3 > all)
            yield return new(false, $"{hand} of {all} injects come by hand alone, so no run has them; give those a time that were only held back for want of one.");
        if (r.Scenario.Injects.Sum(i => i.Expected.Count(e => e is ExpectObserved)) is > 0 and var seen)
            yield return new(true, $"{(seen == 1 ? "1 expected act is" : $"{seen} expected acts are")} for evaluators to mark; people do that in the room, and simulated players only read.");
    }

    /// <summary>What the adversary gets done, and what a good response keeps it from.</summary>
    private static IEnumerable<Finding> Steps(RehearsalResult r)
    {
        var steps = r.Scenario.Adversary.SelectMany(p => p.Steps).ToArray();
        var came = r.Runs.SelectMany(p => p.Steps).ToHashSet(StringComparer.Ordinal);
        if (steps.Where(s => !came.Contains(s.Id + "/started")).Select(s => s.Id).ToArray() is { Length: > 0 } never)
            yield return new(false, $"The adversary never comes to {string.Join(", ", never)}, in no run.");
        foreach (var step in steps.Where(s => s.FoiledBy is not null && came.Contains(s.Id + "/started")))
        {
            int good = r.Share(Skill.Good.Id, p => p.Steps.Contains(step.Id + "/done")), poor = r.Share(Skill.Poor.Id, p => p.Steps.Contains(step.Id + "/done"));
            yield return new(good < poor, $"The adversary gets {step.Id} done against {good} of 100 good responses and {poor} poor ones{(good < poor ? "." : ": what foils it does not tell them apart.")}");
        }
    }

    private static IEnumerable<Finding> Ends(RehearsalResult r)
    {
        foreach (var end in r.Scenario.Ends)
        {
            var runs = r.Runs.Where(p => p.End == end.Id).ToArray();
            yield return runs.Length == 0
                ? new(false, $"No run ends with “{r.Say(end.Title)}” ({end.Id}).")
                : new(true, $"{runs.Length} of {r.Runs.Count} runs end with “{r.Say(end.Title)}” ({end.Id}), {Between(runs.Min(p => p.EndedAt), runs.Max(p => p.EndedAt))}.");
        }

        var open = r.Runs.Where(p => p.End is null).ToArray();
        if (open.Length > 0)
            yield return new(false, $"{open.Length} of {r.Runs.Count} runs never end by themselves (seeds {string.Join(", ", open.Select(p => p.Seed).Distinct().Take(5))}); give an end a time.");
    }

    private static IEnumerable<Finding> Quiet(RehearsalResult r)
    {
        var good = r.By(Skill.Good.Id).ToArray();
        var quiet = 0;
        foreach (var team in r.Scenario.Teams)
        {
            var seats = Seats(r, team.Id);
            var whole = Workload.Stretches(Workload.Idle(good, seats), Workload.TooQuiet).ToArray();
            if (whole.Length > 0)
                yield return Idle(r.Say(team.Name), whole);
            quiet += whole.Length;
            foreach (var seat in seats.Length > 1 ? seats : [])
                if (Workload.Stretches(Workload.Idle(good, [seat]), Workload.TooQuiet).Where(s => !whole.Any(w => w.From <= s.From && s.To <= w.To)).ToArray() is { Length: > 0 } alone)
                {
                    quiet += alone.Length;
                    yield return Idle(seat, alone);
                }
        }

        if (quiet == 0)
            yield return new(true, $"No seat is without anything to do for {Workload.TooQuiet} minutes.");
    }

    private static Finding Idle(string who, Stretch[] when) => new(false, $"{who} has nothing to do {string.Join(", ", when.Select(s => $"from {s.From} to {s.To}"))} (minutes of the drill).");

    private static IEnumerable<Finding> Overload(RehearsalResult r)
    {
        var average = r.By(Skill.Average.Id).ToArray();
        foreach (var seat in average.SelectMany(p => p.Loads.Keys).Distinct())
            foreach (var s in Workload.Stretches(Workload.Overloaded(average, seat), Workload.TooLong))
                yield return new(false, $"{seat} has more than {Workload.TooMuch} things before it from {s.From} to {s.To}, if an average player sits there.");
    }

    internal static string[] Seats(RehearsalResult r, string team) =>
        r.Runs.Count == 0 ? [] : [.. r.Runs[0].Loads.Keys.Where(s => s.StartsWith(team + ".", StringComparison.Ordinal))];

    private static string Between(long from, long to) =>
        from / 60_000 == to / 60_000 ? $"at T+{from / 60_000}" : $"from T+{from / 60_000} to T+{to / 60_000}";
}
