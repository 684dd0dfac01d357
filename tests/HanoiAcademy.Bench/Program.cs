using System.Diagnostics;
using HanoiAcademy.Bench;
using HanoiAcademy.Bench.Engine;
using HanoiAcademy.Bench.Hostile;
using HanoiAcademy.Bench.Replay;
using HanoiAcademy.Bench.Room;
using HanoiAcademy.Bench.Servers;

if (args is ["--hostile"])
    return HostileRun.Run(Console.Out);
if (args is ["--replay"])
{
    ReplayRun.Run(Console.Out);
    return 0;
}

if (args is ["--room"])
    return await RoomRun.RunAsync(Console.Out);
if (args is ["--bare-hub", var port, var roles, var sample])
    return await BareHub.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), int.Parse(roles, System.Globalization.CultureInfo.InvariantCulture), sample);

if (args is ["--engine"] or ["--engine", "--means"])
{
    // The figures are for one core; the last, since the first gets the machine's interrupts.
    if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        Process.GetCurrentProcess().ProcessorAffinity = (IntPtr)(1L << (Environment.ProcessorCount - 1));
    if (args.Length == 2)
    {
        EngineMeans.Run();
        return 0;
    }

    EngineRun.Run(Console.Out);
    return 0;
}

if (args is ["--report"])
{
    ReportRun.Run(Console.Out);
    return 0;
}

var (options, problem) = BenchOptions.Read(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

using var stop = new CancellationTokenSource(options.Limit);
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    await BenchRun.RunAsync(options, stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync($"Ended before it was done: stopped, or longer than {options.Limit.TotalMinutes:0} minutes.");
    return 1;
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
