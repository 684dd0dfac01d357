using System.Globalization;

namespace HanoiAcademy.Bench.Room;

/// <summary>The room against its budgets: the first load at StartEx and after an hour, and an hour on the line. Answers 1 where one is broken.</summary>
internal static class RoomRun
{
    private const int MostFirstLoad = 250 * 1024;
    private const int MostScript = 150 * 1024;
    private const int MostAnHour = 200 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public static async Task<int> RunAsync(TextWriter output)
    {
        using var stop = new CancellationTokenSource(Limit);
        var folder = Directory.CreateTempSubdirectory("academy-room-bench-").FullName;
        var kept = true;
        try
        {
            await using var server = await RoomServer.StartAsync(folder, stop.Token);
            Print("First load, in the lobby", await FirstLoad.MeasureAsync(server, stop.Token));
            var hour = new LineHour(server);
            await hour.MeasureAsync(stop.Token);
            Print("First load, after an hour of 60 injects and more", await FirstLoad.MeasureAsync(server, stop.Token));
            Line("WebSocket payload of an hour, both ways", hour.Bytes + hour.Pings, MostAnHour, $"{Kilo(hour.Bytes)} messages, {Kilo(hour.Pings)} pings");
            return kept ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Print(string what, FirstLoad load)
        {
            Line(what, load.All, MostFirstLoad, $"{Kilo(load.Page)} page, {Kilo(load.Script)} script, {Kilo(load.Style)} style, {Kilo(load.Data)} sentences and names");
            Line(what + ", script", load.Script, MostScript, "");
        }

        void Line(string what, long bytes, long most, string of)
        {
            kept &= bytes <= most;
            output.WriteLine($"{(bytes <= most ? "ok  " : "OVER")} {what}: {Kilo(bytes)} of {Kilo(most)}{(of.Length > 0 ? $" ({of})" : "")}");
        }
    }

    private static string Kilo(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KB");
}
