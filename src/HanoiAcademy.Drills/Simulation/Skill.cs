using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>
/// How simulated players do what is expected of them. DoesPercent: of a hundred expected acts so many are done at all; RightPercent: of a hundred choices and forms
/// so many are right; PacePercent: the time they take in percent of a steady reader's (200 words a minute) and writer's (40). One draw of luck serves all
/// skills, so that under one seed the better player does all that the worse one does.
/// </summary>
public sealed record Skill(string Id, int DoesPercent, int RightPercent, int PacePercent)
{
    /// <summary>The one that fills empty seats unless another is asked for; logs from before there were several have it.</summary>
    public const string Usual = "steady";

    public static readonly Skill Steady = new(Usual, 90, 90, 100);
    public static readonly Skill Good = new("good", 97, 97, 85);
    public static readonly Skill Average = new("average", 72, 72, 130);
    public static readonly Skill Poor = new("poor", 38, 40, 210);

    /// <summary>Those a rehearsal compares, best first.</summary>
    public static readonly IReadOnlyList<Skill> Compared = [Good, Average, Poor];

    public static Skill? Find(string id) => id switch
    {
        "steady" => Steady,
        "good" => Good,
        "average" => Average,
        "poor" => Poor,
        _ => null,
    };

    internal static Skill Of(DrillState state, string seat) => Find(state.Seats[seat].Skill) ?? Steady;

    internal static bool Does(DrillState state, string seat, string what) =>
        Luck.Percent(state.Seed, TeamOf(seat), $"{seat} does {what}", 0) < Of(state, seat).DoesPercent;

    /// <summary>Whether he gets it wrong: forgets a field, skips the call-back.</summary>
    internal static bool Errs(DrillState state, string seat, string what) =>
        Luck.Percent(state.Seed, TeamOf(seat), $"{seat} errs {what}", 1) >= Of(state, seat).RightPercent;

    internal static string Chooses(DrillState state, string seat, string decision, string right, Func<IReadOnlyList<string>> options)
    {
        var team = TeamOf(seat);
        if (Luck.Percent(state.Seed, team, $"{seat} chooses {decision}", 0) < Of(state, seat).RightPercent)
            return right;
        var all = options();
        return all.Count == 0 ? right : all[(int)Luck.Between(0, all.Count - 1, state.Seed, team, $"{seat} errs {decision}", 0)];
    }

    internal static long Reads(DrillState state, string seat, string item, int words) => Paced(state, seat, 4_000 + words * 300L) + Thinks(state, seat, "read " + item, 0, 12);

    internal static long Writes(DrillState state, string seat, string to, int words) => Paced(state, seat, words * 1_500L) + Thinks(state, seat, "write " + to, 10, 40);

    /// <summary>Drill ms between so many seconds of a steady player.</summary>
    internal static long Thinks(DrillState state, string seat, string what, int from, int to) =>
        Paced(state, seat, Luck.Between(from * 1_000L, to * 1_000L, state.Seed, TeamOf(seat), $"{seat} {what}", 1));

    private static long Paced(DrillState state, string seat, long ms) => ms * Of(state, seat).PacePercent / 100;

    private static string TeamOf(string seat) => new Actor(seat).Team;
}
