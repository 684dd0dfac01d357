using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills.Replays;

/// <summary>What holds for the replay of any drill, whoever looks.</summary>
public sealed class TrackPropertyTests(ITestOutputHelper output)
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60).WithReplay(20_270_307, 11);

    private static readonly ImmutableArray<Audience> Audiences =
        [Audience.OfRole("kivara.officer", "en"), Audience.OfSeat("desk.officer.1", "en"), Audience.Control("en"), Audience.OfRole("bank.fraud", "vi"), new("observer", "", "en"), Audience.OfLocal("bank", "en")];

    [Fact]
    public void A_frame_and_the_changes_up_to_any_row_are_the_view_of_the_log_replayed_to_that_row()
    {
        var (drills, changes, silent) = (0, 0, 0);
        Prop.ForAll(RandomPlay.Drills, drill =>
        {
            var audience = Audiences[drills++ % Audiences.Length];
            var rows = Rows(drill);
            var from = rows.Count / 3;
            var state = Drill.Replay(drill.Scenario, rows.Take(from).Select(row => row.Events));
            var track = new Track(drill.Scenario, audience, state);
            var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var record in track.Whole)
                merged[record.Key] = Text(record);
            Same(merged, drill, audience, state);
            foreach (var row in rows.Skip(from))
            {
                state = row.Events.Aggregate(state, (s, e) => Drill.Evolve(s, drill.Scenario, e));
                var before = merged.Select(x => x.Key + x.Value).ToList();
                var change = track.Follow(state, row.Events);
                foreach (var key in change.Gone)
                    merged.Remove(key).ShouldBeTrue("what was not there cannot go");
                foreach (var record in change.Up)
                    merged[record.Key] = Text(record);
                Same(merged, drill, audience, state);
                (change.IsEmpty == before.SequenceEqual(merged.Select(x => x.Key + x.Value))).ShouldBeTrue("a change is told, and nothing else is");
                changes += change.IsEmpty ? 0 : 1;
                silent += change.IsEmpty ? 1 : 0;
            }
        }).Check(Config);
        output.WriteLine($"{changes} changes, {silent} rows that showed nothing");
        changes.ShouldBeGreaterThan(500);
        silent.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Every_row_lies_in_one_stretch_and_each_begins_where_the_one_before_it_ends()
    {
        Prop.ForAll(RandomPlay.Drills, drill =>
        {
            var rows = Rows(drill);
            var recording = Recording.Of(drill.Scenario, rows.Select(row => (row.Version, (LoggedRow?)row)));
            recording.Break.ShouldBeNull();
            recording.Version.ShouldBe(rows.Count);
            foreach (var stretches in new[] { recording.Stretches, recording.CutFor(Audiences[0], Audiences[1]) })
            {
                stretches.SelectMany(stretch => Enumerable.Range(stretch.First, stretch.Count)).ShouldBe(Enumerable.Range(0, rows.Count));
                foreach (var stretch in stretches)
                    Json(stretch.Before, drill).ShouldBe(Json(Drill.Replay(drill.Scenario, rows.Take(stretch.First).Select(row => row.Events)), drill));
            }
        }).Check(Config.WithMaxTest(60));
    }

    /// <summary>The rows of a random drill, as a log keeps them.</summary>
    internal static List<LoggedRow> Rows(RandomDrill drill)
    {
        var begun = drill.Begin();
        var (state, rows, clock) = (begun.State, begun.Rows.Select(row => row.Events).ToList(), 0L);
        foreach (var step in drill.Steps)
        {
            clock = Math.Clamp(clock + step.Later, clock, 4 * Small.Hour);
            var decided = Drill.Decide(state, drill.Scenario, step.Command, step.Actor, clock);
            if (decided.Events.IsEmpty)
                continue;
            rows.Add(decided.Events);
            state = decided.Events.Aggregate(state, (s, e) => Drill.Evolve(s, drill.Scenario, e));
        }

        return [.. rows.Select((events, n) => new LoggedRow(n + 1, "system", events.Length == 0 ? 0 : events[^1].At, events))];
    }

    private static void Same(SortedDictionary<string, string> merged, RandomDrill drill, Audience audience, DrillState state) =>
        string.Join('\n', merged.Select(x => x.Key + x.Value)).ShouldBe(string.Join('\n', View.Of(state, drill.Scenario, audience).Select(x => x.Key + Encoding.UTF8.GetString(DrillJson.ToBytes(x.Value)))));

    private static string Text(TrackRecord record) => Encoding.UTF8.GetString(record.Utf8.Span);

    private static string Json(DrillState state, RandomDrill drill) => string.Join('\n', View.Of(state, drill.Scenario, Audience.Control("en")).Select(x => x.Key + Encoding.UTF8.GetString(DrillJson.ToBytes(x.Value))));
}
