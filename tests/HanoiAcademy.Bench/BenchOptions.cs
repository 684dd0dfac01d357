using System.Globalization;

namespace HanoiAcademy.Bench;

/// <summary>What to run. Rate: commands a second of each drill while latency is measured. Injects: how many a drill may use up while as many as possible are sent.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        --connections 100   trainees, in all drills together (1 to 5000)
        --drills 5          drills (1 to 200), as evenly filled as it goes
        --seconds 5         length of each of the two measurements (1 to 120)
        --rate 1            commands a second of each drill while latency is measured (1 to 50)
        --injects 60        injects a drill has for the measurement of what is sustained (10 to 1500); it ends when the first drill has none left
        """;

    public int Connections { get; private init; } = 100;

    public int Drills { get; private init; } = 5;

    public int Seconds { get; private init; } = 5;

    public int Rate { get; private init; } = 1;

    public int Injects { get; private init; } = 60;

    /// <summary>Each is a file, and the academy reads no folder of more than 2,000.</summary>
    private const int MostInjects = 1_900;

    /// <summary>Used up before anything is measured, so that both servers run compiled code.</summary>
    public int WarmUp => 30;

    public int InjectsInAll => WarmUp + Rate * Seconds + Injects;

    /// <summary>The bare hub only counts; it must not stop before its time is over.</summary>
    public int CommandsOfTheBareHub => Math.Min(WarmUp + Rate * Seconds + 20_000 * Seconds, 900_000);

    /// <summary>Whatever goes wrong, it stops by itself.</summary>
    public TimeSpan Limit => TimeSpan.FromSeconds(180 + 6 * Seconds + Connections / 5);

    public static (BenchOptions? Options, string Problem) Read(IReadOnlyList<string> args)
    {
        var options = new BenchOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n))
                return (null, $"{args[i]} needs a whole number after it. Options:\n{Usage}");
            var read = args[i] switch
            {
                "--connections" when n is >= 1 and <= 5_000 => options with { Connections = n },
                "--drills" when n is >= 1 and <= 200 => options with { Drills = n },
                "--seconds" when n is >= 1 and <= 120 => options with { Seconds = n },
                "--rate" when n is >= 1 and <= 50 => options with { Rate = n },
                "--injects" when n is >= 10 and <= 1_500 => options with { Injects = n },
                _ => null,
            };
            if (read is null)
                return (null, $"{args[i]} {n} is no option or out of range. Options:\n{Usage}");
            options = read;
        }

        return options.Connections < options.Drills ? (null, "There must be at least one connection a drill.")
            : options.InjectsInAll > MostInjects ? (null, $"A scenario holds at most {MostInjects} injects here: lower --injects, --rate or --seconds.")
            : (options, "");
    }
}
