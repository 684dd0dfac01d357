using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>
/// What came of one rehearsal run. Players: id of a skill or strategy. End: null when the drill did not end by itself. EndedAt: drill ms.
/// Score and Teams (by team id, response teams with points alone): 0 to 100 per cent of the points the rules can judge.
/// Decisions: "decision/option". Steps of adversary plans: "step/started", and done, failed, foiled, detected. Loads: by seat, the most things that lay before it in each drill minute.
/// </summary>
public sealed record Played(
    string Players,
    long Seed,
    string? End,
    long EndedAt,
    int Score,
    ImmutableSortedDictionary<string, int> Teams,
    ImmutableSortedSet<string> Won,
    ImmutableSortedSet<string> Penalties,
    ImmutableSortedSet<string> Injects,
    ImmutableSortedSet<string> Actions,
    ImmutableSortedSet<string> Decisions,
    ImmutableSortedSet<string> Steps,
    ImmutableSortedDictionary<string, ImmutableArray<byte>> Loads)
{
    /// <summary>"court/item": what a court admitted.</summary>
    public ImmutableSortedSet<string> Admitted { get; private init; } = DrillState.Names;

    /// <summary>"court/item/gap": for what gap a court rejected an item.</summary>
    public ImmutableSortedSet<string> Rejected { get; private init; } = DrillState.Names;

    /// <summary>"matter/status" that a request on it reached, and "matter!mistake" of either side.</summary>
    public ImmutableSortedSet<string> Requests { get; private init; } = DrillState.Names;

    internal static Played Of(Scenario scenario, DrillState state, string players, long seed, Watch watch)
    {
        var steps = ScenarioIndex.Of(scenario).Steps;
        var minutes = watch.MinutesUntil(state.At);
        return new Played(players, seed, state.Status == "ended" ? state.End : null, state.At, Scoring.Score.OfDrill(state, scenario),
            DrillState.Sorted<int>().AddRange(scenario.Teams.Where(t => t.Side == "response").Select(t => Scoring.Score.ForTeam(state, scenario, t.Id)).Where(s => s.Of > 0).Select(s => KeyValuePair.Create(s.Team, s.Value))),
            Set(state.Objectives.Where(o => o.Value.Status == "won").Select(o => o.Key)),
            Set(state.Penalties.Keys),
            Set(state.Injects.Where(i => i.Value.Status == "delivered").Select(i => i.Key)),
            Set(state.Actions.Where(a => a.Value.EverDone || a.Value.EverFailed).Select(a => a.Key).Where(a => steps.Find(a) is null)),
            Set(state.Decisions.Where(d => d.Value.Status == "taken").Select(d => d.Key + "/" + d.Value.Option)),
            Set(steps.All.SelectMany(x => new[] { "started", "done", "failed", "foiled", "detected" }.Where(word => Conditions.Hold(state, scenario, new StepIs(x.Id, word), state.At)).Select(word => x.Id + "/" + word))),
            DrillState.Sorted<ImmutableArray<byte>>().AddRange(PlayBook.Of(scenario).Seats.Select((s, i) => KeyValuePair.Create(s.Seat, minutes[i].ToImmutableArray()))))
        {
            Admitted = Set(state.Courts.SelectMany(c => c.Value.Verdicts.Where(v => v.Admitted).Select(v => $"{c.Key}/{v.Evidence}"))),
            Rejected = Set(state.Courts.SelectMany(c => c.Value.Verdicts.SelectMany(v => v.Gaps.Select(gap => $"{c.Key}/{v.Evidence}/{gap}")))),
            Requests = Set(state.Requests.Values.Where(r => r.Matter is not null).SelectMany(r => r.Reached.Keys.Select(status => $"{r.Matter}/{status}")
                .Concat(r.FirstMistakes.Concat(r.Mistakes).Concat(r.AnswerMistakes).Select(code => $"{r.Matter}!{code}")))),
        };
    }

    private static ImmutableSortedSet<string> Set(IEnumerable<string> ids) => DrillState.Names.Union(ids);
}
