using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Exercises;

/// <summary>What the roll-call, link tests and typing in leave in the state.</summary>
internal static class ExerciseFolding
{
    public static DrillState Evolve(DrillState s, DrillEvent e) => e switch
    {
        RollCalled x => Drill.Note(s, x.At, x.Seat, "roll-called", "") with { Exercise = s.Exercise with { Rolls = s.Exercise.Rolls + 1 } },
        LinkReported x => s with { Exercise = s.Exercise with { Links = s.Exercise.Links.SetItem(x.Seat, new LinkState(x.RoundTripMs, x.Bytes, s.Exercise.Rolls)) } },
        ResultTypedIn x => Drill.Note(s, x.At, x.Seat, "typed-in", x.What + " " + x.Id) with
        {
            Exercise = s.Exercise with { TypedIn = s.Exercise.TypedIn.SetItem(x.What + " " + x.Id, new TypedState(x.Value, x.Points, x.HappenedAt, x.By, x.Note, x.Seat, x.At)) },
        },
        JudgedOnPaper { Status: Paper.Withdrawn } x => s with { Exercise = s.Exercise with { OnPaper = s.Exercise.OnPaper.Remove(x.What + " " + x.Id) } },
        JudgedOnPaper x => s with { Exercise = s.Exercise with { OnPaper = s.Exercise.OnPaper.SetItem(x.What + " " + x.Id, new PaperState(x.Status, x.Points, x.HappenedAt, x.Because)) } },
        _ => s,
    };
}
