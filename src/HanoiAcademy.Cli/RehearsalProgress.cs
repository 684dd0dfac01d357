using Spectre.Console;

namespace HanoiAcademy.Cli;

/// <summary>Plays all runs while a bar shows how far it is: on the error stream of a terminal, and nowhere when that is redirected.</summary>
internal static class RehearsalProgress
{
    public static void Show(int runs, Action<Action> play)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || Console.IsOutputRedirected || !console.Profile.Capabilities.Interactive)
        {
            play(() => { });
            return;
        }

        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask("EXERCISE rehearsal", maxValue: runs);
                play(() => bar.Increment(1));
            });
    }
}
