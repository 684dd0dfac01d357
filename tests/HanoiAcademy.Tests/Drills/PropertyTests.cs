using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What holds for any list of commands, whoever sends them and whenever.</summary>
public sealed class PropertyTests(ITestOutputHelper output)
{
    /// <summary>Another seed every run would fail on somebody else's change; the seed of a failure is printed and belongs here beside it.</summary>
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(120).WithReplay(20_270_302, 7);

    [Fact]
    public void Any_commands_are_decided_without_a_fault_and_their_log_replays_to_the_same_drill()
    {
        var (accepted, refused, changed, kinds) = (0, 0, 0, new SortedSet<string>());
        Prop.ForAll(RandomPlay.Steps, steps =>
        {
            var (state, log) = (Started.Value.State, Started.Value.Rows.ToList());
            var clock = 0L;
            var views = Audiences.ToDictionary(a => a, a => View.Of(state, Wider.World, a));
            foreach (var step in steps)
            {
                clock = Math.Clamp(clock + step.Later, -1_000_000, 4 * Small.Hour);
                var decided = Drill.Decide(state, Wider.World, step.Command, step.Actor, clock);
                if (decided.Refusal is not null)
                {
                    refused++;
                    decided.Events.ShouldBeEmpty("a refused command changes nothing");
                    continue;
                }

                decided.Events.Length.ShouldBeLessThanOrEqualTo(1_000);
                foreach (var e in decided.Events)
                {
                    e.At.ShouldBeGreaterThanOrEqualTo(state.At, "drill time never runs backwards");
                    state = Drill.Evolve(state, Wider.World, e);
                    state.At.ShouldBe(e.At);
                    kinds.Add(e.GetType().Name);
                }

                if (decided.Events.IsEmpty)
                    continue;
                Settled(state);
                for (var n = 0; n < Audiences.Length; n++)
                    changed += Seen(views, Audiences[n], state, decided.Events, isAsked: log.Count % Audiences.Length == n);
                accepted++;
                log.Add(new LoggedRow(log.Count + 1, step.Actor.Id, state.At, decided.Events));
            }

            Replayed(log).ShouldBe(DrillJson.ToBytes(state), "the log alone leads to the same drill");
            LookAround(state, log);
        }).Check(Config);
        output.WriteLine($"{accepted} accepted, {refused} refused; {changed} views told by their changes; {kinds.Count} kinds of events: {string.Join(" ", kinds)}");
        kinds.Count.ShouldBeGreaterThan(45, "commands that never get anywhere prove nothing");
    }

    [Fact]
    public void Before_launch_nothing_but_a_launch_gets_through() =>
        Prop.ForAll(RandomPlay.Steps, steps =>
        {
            foreach (var step in steps)
                Drill.Decide(DrillState.Empty, Wider.World, step.Command, step.Actor, step.Later).Events.ShouldBeEmpty();
        }).Check(Config.WithMaxTest(30));

    [Fact]
    public void A_rehearsed_log_of_the_shipped_drill_replays_from_its_JSON_to_the_same_drill()
    {
        var rows = Rehearsed.Log(1);
        var live = Drill.Replay(Rehearsed.InvoiceAtDawn, rows.Select(r => r.Events));
        var read = Drill.Replay(Rehearsed.InvoiceAtDawn, rows.Select(r => DrillJson.Read<ImmutableArray<DrillEvent>>(DrillJson.ToBytes(r.Events))));

        DrillJson.ToBytes(read).ShouldBe(DrillJson.ToBytes(live));
        rows.Select(r => r.Version).ShouldBe(Enumerable.Range(1, rows.Length).Select(n => (long)n));
        rows.SelectMany(r => r.Events).Select(e => e.At).ShouldBeInOrder();
        rows.Max(r => r.Events.Length).ShouldBeLessThanOrEqualTo(1_000);
    }

    /// <summary>Everyone can look at it, the room can plan, simulated players can think and the report can be written, whatever state it is in.</summary>
    private static void LookAround(DrillState state, List<LoggedRow> log)
    {
        foreach (var audience in View.Roles(Wider.World, "en").Append(Audience.Control("vi")).Append(Audience.OfSeat("bank.fraud.1", "en")))
            DrillJson.ToBytes(View.Of(state, Wider.World, audience));
        if (Drill.NextDue(state, Wider.World) is { } due)
            due.ShouldBeGreaterThanOrEqualTo(state.At);
        SimulatedPlayers.NextAct(state, Wider.World);
        DrillJson.ToBytes(Report.Of(Wider.World, log, "en"));
    }

    private static readonly ImmutableArray<Audience> Audiences =
        [Audience.OfRole("bank.fraud", "en"), Audience.OfRole("kivara.officer", "vi"), Audience.OfSeat("desk.officer.1", "en"), Audience.Control("en")];

    /// <summary>What events are said to have changed leads to the view that is made whole.</summary>
    private static int Seen(Dictionary<Audience, ImmutableSortedDictionary<string, ViewRecord>> views, Audience audience, DrillState state, ImmutableArray<DrillEvent> events, bool isAsked)
    {
        if (View.Changes(state, Wider.World, audience, events) is not { } changes)
        {
            views[audience] = View.Of(state, Wider.World, audience);
            return 0;
        }

        views[audience] = changes.Aggregate(views[audience], (view, c) => c.Record is null ? view.Remove(c.Key) : view.SetItem(c.Key, c.Record));
        if (isAsked)
            DrillJson.ToBytes(views[audience]).ShouldBe(DrillJson.ToBytes(View.Of(state, Wider.World, audience)), $"{audience} after {string.Join(", ", events)}");
        return 1;
    }

    /// <summary>Only what something has touched is asked again: asking everything anew must find nothing more.</summary>
    private static void Settled(DrillState state)
    {
        if (!state.IsRunning || state.Unsettled)
            return;
        var turn = new Turn(state, Wider.World, state.At);
        turn.Pending.AddEverything();
        Consequences.Follow(turn);
        turn.Events.ShouldBeEmpty("what holds has already followed");
        Agenda.All(state, Wider.World).ShouldBe(state.Agenda, "the clock knows what waits for it");
    }

    private static byte[] Replayed(List<LoggedRow> log) =>
        DrillJson.ToBytes(Drill.Replay(Wider.World, log.Select(r => DrillJson.Read<ImmutableArray<DrillEvent>>(DrillJson.ToBytes(r.Events)))));

    private static readonly Lazy<Play> Started = new(() => Play.Started(Wider.World));
}
