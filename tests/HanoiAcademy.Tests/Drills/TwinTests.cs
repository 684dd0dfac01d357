using FsCheck;
using FsCheck.Fluent;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Two lives of one drill, the second with something more in it: what must be the same in both.</summary>
public sealed class TwinTests(ITestOutputHelper output)
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(100).WithReplay(20_270_303, 11);

    [Fact]
    public void The_same_commands_give_the_same_events_to_the_byte() =>
        Prop.ForAll(RandomPlay.Drills, drill => Json(new Life(drill, null)).ShouldBe(Json(new Life(drill, null)))).Check(Config.WithMaxTest(200));

    [Fact]
    public void Pausing_anywhere_changes_nothing_but_wall_time()
    {
        var paused = 0;
        Prop.ForAll(RandomPlay.Drills, drill =>
        {
            var plain = new Life(drill, null);
            var twin = new Life(drill, (life, _) =>
            {
                life.Come(life.State.At + Math.Max(0, life.Clock - life.State.At) / 2);
                if (!life.State.IsRunning)
                    return;
                life.Take(Actor.Director, new Pause(), asOwn: false, life.State.At).ShouldBeNull();
                life.Take(Actor.Director, new Resume(), asOwn: false, life.State.At).ShouldBeNull();
                paused++;
            });
            Same(drill, twin, plain);
        }).Check(Config);
        output.WriteLine($"{paused} pauses");
        paused.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Ticks_at_any_moment_change_nothing()
    {
        Prop.ForAll(RandomPlay.Drills, drill =>
        {
            var twin = new Life(drill, (life, _) =>
            {
                for (var n = 1; n < 4; n++)
                    life.Come(life.State.At + Math.Max(0, life.Clock - life.State.At) * n / 4);
            });
            Same(drill, twin, new Life(drill, null));
        }).Check(Config.WithMaxTest(1_000));
    }

    [Fact]
    public void One_more_act_by_one_seat_changes_nobody_s_luck_nor_his_own_with_another_thing()
    {
        var (acts, draws) = (0, 0);
        Prop.ForAll(RandomPlay.Drills, drill =>
        {
            var plain = new Life(drill, null).Draws;
            var twin = new Life(drill, (life, step) =>
            {
                if (life.Take(new Actor("bank.fraud.1"), new StartAction(step % 2 == 0 ? "probe" : "overtime"), asOwn: true) is null)
                    acts++;
            }).Draws;
            foreach (var (thing, outcome) in plain)
                if (twin.TryGetValue(thing, out var other))
                {
                    other.ShouldBe(outcome, thing);
                    draws++;
                }
        }).Check(Config);
        output.WriteLine($"{acts} more acts, {draws} draws compared");
        acts.ShouldBeGreaterThan(1_000);
        draws.ShouldBeGreaterThan(5_000);
    }

    private static void Same(RandomDrill drill, Life twin, Life plain)
    {
        Json(twin).ShouldBe(Json(plain));
        foreach (var audience in View.Roles(drill.Scenario, "en"))
            DrillJson.ToBytes(View.Of(twin.State, drill.Scenario, audience)).ShouldBe(DrillJson.ToBytes(View.Of(plain.State, drill.Scenario, audience)), audience.ToString());
    }

    private static string Json(Life life) => string.Join('\n', life.Told);

    /// <summary>A random drill as it went, and what was done more at its marks.</summary>
    private sealed class Life
    {
        private readonly HanoiAcademy.Drills.Scenarios.Scenario scenario;

        public Life(RandomDrill drill, Action<Life, int>? more)
        {
            scenario = drill.Scenario;
            State = drill.Begin().State;
            for (var n = 0; n < drill.Steps.Length; n++)
            {
                Clock = Math.Clamp(Clock + drill.Steps[n].Later, -1_000_000, 4 * Small.Hour);
                // With everything due worked off, no refusal for lack of room tells the lives apart.
                if (more is null || !drill.Marks[n])
                    Come(Clock);
                else
                    more(this, n);
                Come(Clock);
                var refusal = Take(drill.Steps[n].Actor, drill.Steps[n].Command, asOwn: true);
                if (refusal is not null)
                    Told.Add(refusal);
            }
        }

        public DrillState State { get; private set; }

        public long Clock { get; private set; }

        /// <summary>What happened, as it is written, but for time that only passed.</summary>
        public List<string> Told { get; } = [];

        /// <summary>What luck brought, by thing.</summary>
        public SortedDictionary<string, string> Draws { get; } = new(StringComparer.Ordinal);

        public void Come(long at)
        {
            for (var n = 0; n < 100 && State.IsRunning && State.At < at; n++)
                Take(Actor.System, new Tick(), asOwn: true, at);
        }

        /// <summary>The refusal's code, or null.</summary>
        public string? Take(Actor actor, Command command, bool asOwn, long? at = null)
        {
            var decided = Drill.Decide(State, scenario, command, actor, at ?? Clock);
            foreach (var e in decided.Events)
            {
                State = Drill.Evolve(State, scenario, e);
                if (e is not TimePassed && (asOwn || e is not (DrillPaused or DrillResumed)))
                    Told.Add(System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(e)));
                Drawn(e);
            }

            return decided.Refusal?.Code;
        }

        private void Drawn(DrillEvent e)
        {
            switch (e)
            {
                // A failure for a hidden reason is no luck.
                case ActionFinished x when x.Action != "needs-secret":
                    Draws[$"{new Actor(x.Seat).Team} {x.Action} {State.Actions[x.Action].Times}"] = "done";
                    break;
                case ActionFailed x when x.Action != "needs-secret":
                    Draws[$"{new Actor(x.Seat).Team} {x.Action} {State.Actions[x.Action].Times}"] = "failed";
                    break;
                case NoiseMade x when scenario.Adversary.SelectMany(p => p.Steps).First(s => s.Id == x.Step).Noise[x.Noise].When is null:
                    Draws[FormattableString.Invariant($"noise {x.Noise} of {x.Step} {x.Nth}")] = x.Noticed ? "noticed" : "missed";
                    break;
                case InjectDelivered { Seat: "system" } x:
                    Draws["inject " + x.Inject] = "came as " + x.Variant;
                    break;
                case InjectPassedOver x:
                    Draws["inject " + x.Inject] = "passed over";
                    break;
                case PoolDrawn x:
                    Draws["pool " + x.Pool] = string.Join(' ', x.Plan.Select(i => FormattableString.Invariant($"{i.Inject}+{i.Due - x.At}")));
                    break;
            }
        }
    }
}
