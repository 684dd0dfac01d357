using System.Collections.Immutable;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Wire;

/// <summary>
/// tests/fixtures/events holds a log row's text for each kind of event, as it was written when the kind came to be. Logs of years ago must
/// still read, so a sample is added with its event and never changed: a new meaning is a new event.
/// </summary>
public sealed class EventSampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "fixtures", "events");

    public static TheoryData<string> Kinds => [.. WireKinds.Of(typeof(DrillEvent)).Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_has_a_stored_sample_that_reads_and_writes_to_the_same_bytes(string kind)
    {
        var text = Stored(kind);
        var events = DrillJson.Read<ImmutableArray<DrillEvent>>(System.Text.Encoding.UTF8.GetBytes(text));

        events.ShouldNotBeEmpty();
        events.ShouldAllBe(e => e.GetType() == TypeOf(kind));
        System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(events)).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_has_an_arm_that_evolves_a_drill_and_takes_its_clock_along(string kind)
    {
        foreach (var e in DrillJson.Read<ImmutableArray<DrillEvent>>(System.Text.Encoding.UTF8.GetBytes(Stored(kind))))
        {
            var before = Fitting(e);
            Drill.Evolve(before, World, e).At.ShouldBe(Math.Max(before.At, e.At));
        }
    }

    [Fact]
    public void No_sample_is_left_over_from_an_event_that_is_gone()
    {
        var kinds = Kinds.Select(k => k.Data).ToHashSet();
        Directory.EnumerateFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)).Where(f => !kinds.Contains(f))
            .ShouldBeEmpty("An event that a log may hold is never taken away or renamed: give it back its type and its name.");
    }

    /// <summary>A drill in which everything that the samples name exists.</summary>
    private static DrillState Fitting(DrillEvent e) =>
        e is DrillLaunched ? DrillState.Empty : e is ExerciseStarted ? new Play(World).State : Midway.Value;

    private static readonly Lazy<DrillState> Midway = new(() => Play.Started(World)
        .Send(Actor.Director, new FireInject("by-hand"))
        .Send("bank.fraud.1", new StartAction("stop-payment"))
        .Send("bank.fraud.1", new CollectEvidence("header"))
        .Send("desk.officer.1", new DraftRequest("r", Form()))
        .Send("desk.officer.1", new AuthoriseRequest("r", 1))
        .Send("desk.officer.1", new SendRequest("r"))
        .Until(45 * Minute).State);

    private static Type TypeOf(string kind) => WireKinds.Of(typeof(DrillEvent)).Single(k => k.Name == kind).Type;

    private static string Stored(string kind)
    {
        var file = Path.Combine(Folder, kind + ".json");
        if (!File.Exists(file))
            Assert.Fail($"The event {kind} has no stored sample. Write one line into tests/fixtures/events/{kind}.json, with real values that name things of the Small scenario, and commit it with the event. To begin with: {Suggested(kind)}");
        return File.ReadAllText(file).TrimEnd();
    }

    private static string Suggested(string kind) =>
        System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(ImmutableArray.Create((DrillEvent)Client.SampleOf.Full(TypeOf(kind)), (DrillEvent)Client.SampleOf.Least(TypeOf(kind)))));
}
