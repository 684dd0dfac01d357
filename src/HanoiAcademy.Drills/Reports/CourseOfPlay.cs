using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Reports;

/// <summary>Looks at a drill at even moments while its log is folded, for the plots.</summary>
internal sealed class CourseOfPlay(Scenario scenario, long last)
{
    /// <summary>Enough for a line across a page.</summary>
    public const int Most = 61;

    private readonly ImmutableArray<CourseMoment>.Builder _moments = ImmutableArray.CreateBuilder<CourseMoment>();
    private readonly long _step = Math.Max(1_000, (last + Most - 2) / (Most - 1));
    private long _next;

    /// <summary>Before what happens at a drill ms is folded: how it stood until then.</summary>
    public void Until(DrillState state, long at)
    {
        while (state.Started && _next < at && _moments.Count < Most - 1)
        {
            _moments.Add(Look(state, _next));
            _next += _step;
        }
    }

    /// <summary>The last moment is always there.</summary>
    public ImmutableArray<CourseMoment> End(DrillState state)
    {
        if (state.Started)
            _moments.Add(Look(state, Math.Max(state.At, _moments.Count == 0 ? 0 : _moments[^1].At)));
        return _moments.ToImmutable();
    }

    private CourseMoment Look(DrillState state, long at) => new(at, [.. scenario.Teams.Where(t => t.Side != "control").Select(t => Look(state, t.Id))]);

    private TeamMoment Look(DrillState state, string team)
    {
        var score = Score.ForTeam(state, scenario, team);
        return new TeamMoment(team, score.Won + score.Marked - score.Penalties,
            scenario.Decisions.Count(d => state.Decisions.TryGetValue(d.Id, out var s) && s.Status == "open" && d.By.Any(r => new Actor(r).Team == team)),
            state.Requests.Values.Count(r => r.Status is "sent" or "forwarded" or "acknowledged" or "verified" && Parties.SeesAsReceiver(scenario, r, team)),
            state.Feed.Count(item => item.Inject is not null && InjectBook.FindOrNull(state, scenario, item.Inject) is { } inject && Visibility.AddressesTeam(inject.To, team)
                && InjectBook.Expected(inject, state.Injects.GetValueOrDefault(inject.Id)).Any(e => new Actor(e.Act.By).Team == team && e.Act is not ExpectObserved && !Expectations.Done(state, e.Act))));
    }
}
