using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Bench.Engine;

/// <summary>
/// A drill as large as the engine is asked to bear: 20 teams of two roles, 500 assets, 300 injects, 400 actions that can be done again and again,
/// 200 objectives; and four hours of it played, 10,000 events or a little more.
/// </summary>
internal sealed class LargeDrill
{
    public const int Teams = 20;
    public const int Assets = 500;
    public const long Hours = 4;
    private const int Injects = 300;
    private const int ActionsOfATeam = 20;
    private const int ObjectivesOfATeam = 10;
    private const long Minute = 60_000;
    private const int Events = 10_000;

    public Scenario Scenario { get; } = Write();

    public ImmutableArray<ImmutableArray<DrillEvent>> Rows { get; private set; }

    /// <summary>The commands that led to the rows, with the state each was decided in.</summary>
    public ImmutableArray<PlayedCall> Calls { get; private set; }

    public DrillState End { get; private set; } = DrillState.Empty;

    public int EventCount => Rows.Sum(r => r.Length);

    public static LargeDrill Play()
    {
        var drill = new LargeDrill();
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<DrillEvent>>();
        var calls = ImmutableArray.CreateBuilder<PlayedCall>();
        var state = DrillState.Empty;
        var events = 0;

        void Send(Command command, Actor actor, long at)
        {
            var decided = Drill.Decide(state, drill.Scenario, command, actor, at);
            var after = decided.Events.Aggregate(state, (s, e) => Drill.Evolve(s, drill.Scenario, e));
            calls.Add(new PlayedCall(state, command, actor, at, decided.Events, after));
            state = after;
            events += decided.Events.Length;
            if (!decided.Events.IsEmpty)
                rows.Add(decided.Events);
        }

        Send(new LaunchDrill(drill.Scenario.Id, "", 7), Actor.System, 0);
        foreach (var seat in Seats())
            Send(new TakeSeat(seat), Actor.System, 0);
        Send(new StartExercise(), Actor.Director, 0);
        var seats = Seats().ToArray();
        // A command every so often by each seat in turn: what people do most, in the measure in which they do it.
        for (long n = 0, at = 1; events < Events && state.IsRunning; n++, at += 2_000)
        {
            while (Drill.NextDue(state, drill.Scenario) is { } due && due <= at)
                Send(new Tick(), Actor.System, due);
            var actor = new Actor(seats[n % seats.Length]);
            Command command = (n / seats.Length % 4) switch
            {
                0 => new StartAction(string.Create(CultureInfo.InvariantCulture, $"act-{actor.Team[5..]}-{(n / seats.Length + n) % ActionsOfATeam}")),
                1 => new MarkRead([.. state.Feed.Reverse().Take(3).Select(f => f.Id)]),
                2 => new SendMessage("helpline", "We looked into it and found nothing new; the logs are kept.", null, "en"),
                _ => new StartAction(string.Create(CultureInfo.InvariantCulture, $"act-{actor.Team[5..]}-{n % ActionsOfATeam}")),
            };
            Send(command, actor, at);
        }

        drill.Rows = rows.ToImmutable();
        drill.Calls = calls.ToImmutable();
        drill.End = state;
        return drill;
    }

    private static IEnumerable<string> Seats() =>
        from team in Enumerable.Range(1, Teams)
        from role in new[] { "lead", "analyst" }
        select string.Create(CultureInfo.InvariantCulture, $"team-{team}.{role}.1");

    private static Scenario Write() => new()
    {
        Id = "large",
        Version = "1",
        Title = En("Large"),
        States = [new StateProfile { Id = "sundara", Name = En("Sundara"), OffsetMinutes = 420 }],
        Teams = [.. Count(Teams, t => new Team($"team-{t}", En($"Team {t}"), "response", "sundara", Prose.Empty, [Role("lead"), Role("analyst")]))],
        Contacts = [new Contact("helpline", En("Helpline"), Text.Empty, ["all"])],
        Assets = [.. Count(Assets, a => new Asset($"asset-{a}", En($"Asset {a}"), Text.Empty, "server",
            [new AssetState("well", En("well"), "ok"), new AssetState("ill", En("ill"), "bad")], "well", [$"team-{a % Teams + 1}"], [$"asset-{a % Assets + 1}"]))],
        Meters = [.. Count(Teams, t => new Meter($"meter-{t}", En($"Meter {t}"), "", 10_000, -1, 0, 10_000, [$"team-{t}"]))],
        Flags = [.. Count(Teams * 10, f => new Flag($"flag-{f}", Text.Empty))],
        Actions = [.. from t in Enumerable.Range(1, Teams) from n in Enumerable.Range(0, ActionsOfATeam) select Act(t, n)],
        Injects = [.. Count(Injects, Inject)],
        Objectives = [.. from t in Enumerable.Range(1, Teams) from n in Enumerable.Range(0, ObjectivesOfATeam) select Aim(t, n)],
        Phases = [new Phase("only", En("Only"), 0, 1_800_000_000_000, 1)],
        Ends = [new End("over", En("Over"), (Hours + 20) * 60 * Minute)],
    };

    private static Role Role(string id) => new(id, En(id), 1, Prose.Empty);

    private static ActionDefinition Act(int team, int n) => new()
    {
        Id = $"act-{team}-{n}",
        Name = En($"Act {n}"),
        By = [$"team-{team}.lead", $"team-{team}.analyst"],
        DurationMs = (n + 1) * 10_000,
        Repeat = true,
        Chance = 90,
        Requires = n % 4 == 3 ? [new Requirement(new InjectOut($"inject-{team}"), En("Wait for the call."), false)] : [],
        Effects = [new SetAsset($"asset-{team + n * Teams}", n % 2 == 0 ? "ill" : "well"), new SetFlag($"flag-{team + n % 10 * Teams}")],
        FailEffects = [new ChangeMeter($"meter-{team}", Add: -5)],
    };

    private static Inject Inject(int n) => new()
    {
        Id = $"inject-{n}",
        Title = En($"Inject {n}"),
        At = n % 3 == 0 ? null : n * Hours * 60 * Minute / Injects,
        When = n % 3 == 0 ? new AllOf([new FlagSet($"flag-{n % (Teams * 10) + 1}"), new AssetIs($"asset-{n % Assets + 1}", "ill")]) : null,
        To = [$"team-{n % Teams + 1}"],
        Subject = En($"Inject {n}"),
        Body = new Prose(En("Something happened."), En("<p>Something happened.</p>")),
    };

    private static Objective Aim(int team, int n) => new()
    {
        Id = $"aim-{team}-{n}",
        Team = $"team-{team}",
        Name = En($"Aim {n}"),
        Points = 10,
        By = n % 2 == 0 ? (n + 1) * 20 * Minute : null,
        When = n % 3 == 0 ? new MeterIs($"meter-{team}", AtMost: 9_900 - n * 100)
            : n % 3 == 1 ? new AllOf([new ActionDone($"act-{team}-{n}"), new InjectOut($"inject-{team + n * Teams}")])
            : new MessageTo("helpline", $"team-{team}"),
    };

    private static IEnumerable<T> Count<T>(int n, Func<int, T> make) => Enumerable.Range(1, n).Select(make);

    private static Text En(string text) => Text.Of("en", text);
}

/// <summary>A command with the state it was decided in, what came of it and where that led.</summary>
internal sealed record PlayedCall(DrillState State, Command Command, Actor Actor, long At, ImmutableArray<DrillEvent> Events, DrillState After);
