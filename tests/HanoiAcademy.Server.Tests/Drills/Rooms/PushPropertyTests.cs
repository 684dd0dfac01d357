using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Tests.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>What listeners are sent of random drills.</summary>
public sealed class PushPropertyTests(ITestOutputHelper output)
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60).WithReplay(20_270_304, 13);

    private static readonly ImmutableArray<Audience> Audiences =
        [Audience.OfRole("kivara.officer", "en"), Audience.OfRole("bank.fraud", "vi"), Audience.OfSeat("desk.officer.1", "en"), Audience.Control("en")];

    [Fact]
    public void All_pushes_merged_are_the_view_and_what_leaves_it_as_it_was_sends_nothing()
    {
        var (drills, sent, silent) = (0, 0, 0);
        Prop.ForAll(RandomPlay.Drills, drill =>
        {
            var heard = new Heard(drill, Audiences[drills++ % Audiences.Length], more: null);
            heard.Merged.Sorted().ShouldBe(heard.Whole());
            heard.Steps.ShouldAllBe(s => s.Message == null || s.Differs, "nothing is sent of what stays as it was");
            heard.Steps.ShouldAllBe(s => s.Message != null || !s.Differs, "what changes is sent");
            sent += heard.Steps.Count(s => s.Message is not null);
            silent += heard.Steps.Count(s => s.Message is null);
        }).Check(Config);
        output.WriteLine($"{sent} sent, {silent} silent");
        sent.ShouldBeGreaterThan(2_000);
    }

    [Fact]
    public void Two_drills_that_look_the_same_to_somebody_at_every_step_send_him_the_same_bytes()
    {
        var (same, more) = (0, 0);
        Prop.ForAll(RandomPlay.Drills, drill =>
        {
            var audience = Audiences[same % 3];
            var seat = audience.Id.StartsWith("bank", StringComparison.Ordinal) ? "desk.officer.1" : "bank.fraud.1";
            var plain = new Heard(drill, audience, more: null);
            var twin = new Heard(drill, audience, seat);
            if (!plain.Steps.Select(s => s.View).SequenceEqual(twin.Steps.Select(s => s.View)))
                return;
            more += twin.More;
            same++;
            twin.Steps.Select(s => s.Message).ShouldBe(plain.Steps.Select(s => s.Message));
        }).Check(Config);
        output.WriteLine($"{same} pairs looked the same, with {more} more acts that did not show");
        more.ShouldBeGreaterThan(500);
    }

    /// <summary>A random drill as one audience heard it. More: a seat of another team that acts once more before each marked step.</summary>
    private sealed class Heard
    {
        private readonly RandomDrill drill;
        private readonly Audience audience;
        private readonly AudienceStream stream;
        private DrillState state;

        public Heard(RandomDrill drill, Audience audience, string? more)
        {
            (this.drill, this.audience, state) = (drill, audience, drill.Begin().State);
            stream = new AudienceStream(audience, View.Of(state, drill.Scenario, audience));
            Merged = new MergedStream(stream.StartAfter(null));
            var (clock, before) = (0L, Whole());
            for (var n = 0; n < drill.Steps.Length; n++)
            {
                var step = drill.Steps[n];
                // A room's clock only goes forward.
                clock = Math.Clamp(clock + step.Later, clock, 4 * Small.Hour);
                var events = new List<DrillEvent>();
                if (more is not null && drill.Marks[n] && Take(new Actor(more), new StartAction("probe"), clock, events))
                    More++;
                Take(step.Actor, step.Command, clock, events);
                var message = Push(events, clock);
                var view = Whole();
                Steps.Add((view, message is null ? null : Encoding.UTF8.GetString(message.Value.Utf8).Replace(stream.Epoch, "", StringComparison.Ordinal), view != before));
                before = view;
            }
        }

        public MergedStream Merged { get; }

        public int More { get; private set; }

        public List<(string View, string? Message, bool Differs)> Steps { get; } = [];

        public string Whole() => new MergedStream(new AudienceStream(audience, View.Of(state, drill.Scenario, audience)).StartAfter(null)).Sorted();

        private bool Take(Actor actor, Command command, long at, List<DrillEvent> events)
        {
            var decided = Drill.Decide(state, drill.Scenario, command, actor, at);
            state = decided.Events.Aggregate(state, (s, e) => Drill.Evolve(s, drill.Scenario, e));
            events.AddRange(decided.Events);
            return decided.Refusal is null;
        }

        private RawJson? Push(List<DrillEvent> events, long at)
        {
            var message = View.Changes(state, drill.Scenario, audience, events) is { } changes
                ? stream.Update(changes, at)
                : stream.Update(View.Of(state, drill.Scenario, audience), at);
            if (message is { } sent)
                Merged.Apply(JsonNode.Parse(sent.Utf8)!.AsObject());
            return message;
        }
    }
}
