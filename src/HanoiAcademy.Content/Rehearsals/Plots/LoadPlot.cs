using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Rehearsals.Plots;

/// <summary>What lies before each seat in each minute, in the middle of the runs of one skill: pale where nothing does, dark where too much does.</summary>
internal static class LoadPlot
{
    private const int Left = 220, Width = 900, Row = 20, Top = 26;

    public static string Draw(RehearsalResult r, Skill skill)
    {
        var runs = r.By(skill.Id).ToArray();
        var seats = runs.Length == 0 ? [] : runs[0].Loads.Keys.ToArray();
        var loads = seats.Select(s => Workload.Median(runs, s)).ToArray();
        var minutes = Math.Max(1, loads.Length == 0 ? 1 : loads.Max(l => l.Length));
        var svg = new Svg(Width, Top + seats.Length * Row + 10, $"What lies before each seat in each minute, {skill.Id} players");
        var step = (Width - Left - 20) / (double)minutes;
        for (var minute = 0; minute <= minutes; minute += minutes > 90 ? 20 : 10)
            svg.Text(Left + minute * step, Top - 8, $"{minute}", "middle", "s");
        for (var i = 0; i < seats.Length; i++)
        {
            var y = Top + i * Row;
            svg.Text(Left - 8, y + 14, seats[i], "end", "s");
            for (var from = 0; from < loads[i].Length;)
            {
                var load = loads[i][from];
                var to = from;
                while (to < loads[i].Length && Shade(loads[i][to]) == Shade(load))
                    to++;
                svg.Rect(Left + from * step, y + 2, (to - from) * step, Row - 4, Shade(load), $"{seats[i]}: T+{from} to T+{to}: {Words(load)}");
                from = to;
            }
        }

        return svg.ToString();
    }

    private static string Shade(int load) => load switch
    {
        0 => "l0",
        1 => "l1",
        <= 3 => "l2",
        <= Workload.TooMuch => "l3",
        _ => "l4",
    };

    private static string Words(int load) => load switch
    {
        0 => "nothing",
        1 => "one thing",
        <= 3 => "two or three things",
        <= Workload.TooMuch => $"four to {Workload.TooMuch} things",
        _ => $"more than {Workload.TooMuch} things",
    };
}
