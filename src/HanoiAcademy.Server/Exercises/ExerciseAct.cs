using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Exercises;

/// <summary>What is done to all drills of an exercise with one press: the same command that a director sends to one.</summary>
/// <param name="HasHappened">Nothing is left to do in a drill that stands so, whoever did it.</param>
/// <param name="Together">Nothing is sent to any drill before all have answered that they are there.</param>
internal sealed record ExerciseAct(string Name, Command Command, Func<Glance, bool> HasHappened, bool Together = false)
{
    public static readonly ExerciseAct Start = new("start", new StartExercise(), drill => drill.Started, Together: true);

    /// <summary>What has not begun, or is stopped for a real event, stands already.</summary>
    public static readonly ExerciseAct Pause = new("pause", new Pause(), drill => drill.Status is "lobby" or "paused" or "stopped");
    public static readonly ExerciseAct Resume = new("resume", new Resume(), drill => drill.Status is "running");
    public static readonly ExerciseAct Stop = new("stop", new StopForRealEvent(), drill => drill.Status is "stopped");
    public static readonly ExerciseAct End = new("end", new EndExercise(), drill => drill.Status is "ended");

    /// <summary>Every lobby tests its link and says so; pressed again, all are asked again. Who has begun is there.</summary>
    public static readonly ExerciseAct Roll = new("roll", new CallRoll(), drill => drill.Started);

    public static readonly ImmutableArray<ExerciseAct> All = [Roll, Start, Pause, Resume, Stop, End];

    public static ExerciseAct? Find(string? name) => All.FirstOrDefault(act => act.Name == name);
}
