using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>"steady": does nine expected acts in ten, chooses rightly nine times in ten, reads at 200 words a minute and writes at 40.</summary>
internal static class Skill
{
    private const int DoesPercent = 90;
    private const int RightPercent = 90;

    public static bool Does(DrillState state, string seat, string what) =>
        Luck.Percent(state.Seed, new Actor(seat).Team, $"{seat} does {what}", 0) < DoesPercent;

    public static string Chooses(DrillState state, string seat, string decision, string right, IReadOnlyList<string> options)
    {
        var team = new Actor(seat).Team;
        return options.Count == 0 || Luck.Percent(state.Seed, team, $"{seat} chooses {decision}", 0) < RightPercent
            ? right
            : options[(int)Luck.Between(0, options.Count - 1, state.Seed, team, $"{seat} errs {decision}", 0)];
    }

    public static long Reads(DrillState state, string seat, string item, int words) => 4_000 + words * 300L + Thinks(state, seat, "read " + item, 0, 12);

    public static long Writes(DrillState state, string seat, string to, int words) => words * 1_500L + Thinks(state, seat, "write " + to, 10, 40);

    /// <summary>Drill ms between so many seconds.</summary>
    public static long Thinks(DrillState state, string seat, string what, int from, int to) =>
        Luck.Between(from * 1_000L, to * 1_000L, state.Seed, new Actor(seat).Team, $"{seat} {what}", 1);
}
