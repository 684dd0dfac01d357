using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>What an instructor chooses for several drills of one scenario that begin together; what is not named for one of them holds for all.</summary>
internal sealed record ExerciseOrder
{
    [Required]
    public string Scenario { get; init; } = "";

    /// <summary>Empty: the scenario's.</summary>
    public string Title { get; init; } = "";

    /// <summary>The agency that holds all the drills, by its slug; empty: the launcher's only one.</summary>
    public string Agency { get; init; } = "";

    public int Speed { get; init; } = 1;

    public bool Guests { get; init; }

    /// <summary>"pause" or "go-on".</summary>
    public string AfterCrash { get; init; } = "pause";

    /// <summary>What a drill does after two minutes without a controller of its own: "go-on" or "pause".</summary>
    public string NoController { get; init; } = "go-on";

    public bool SimulateEmptySeats { get; init; }

    /// <summary>Nobody plays the scenario alone, and its pages tell nothing, until all drills have ended.</summary>
    public bool KeepClosed { get; init; }

    /// <summary>What each country sees of the others after EndEx: nothing, places (their points without names), scores (with names), all.</summary>
    public string Comparison { get; init; } = ComparisonLevel.Nothing;

    /// <summary>1 to 40.</summary>
    public ImmutableArray<ExerciseMember> Drills { get; init; } = [];

    public LaunchOrder ForEach() => new()
    {
        Scenario = Scenario,
        Speed = Speed,
        Guests = Guests,
        AfterCrash = AfterCrash,
        NoController = NoController,
        SimulateEmptySeats = SimulateEmptySeats,
    };
}

/// <summary>One drill. Name: of the country or agency that plays it, unlike any other's here. Agencies: slugs of those whose people may sit and whose instructors may observe.</summary>
internal sealed record ExerciseMember
{
    public string Name { get; init; } = "";

    public ImmutableArray<string> Agencies { get; init; } = [];

    /// <summary>User names of its local controllers, of the agencies in it: they see and steer this drill and no other. At most 10.</summary>
    public ImmutableArray<string> Controllers { get; init; } = [];
}
