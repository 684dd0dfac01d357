using System.Globalization;
using System.Runtime.CompilerServices;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Tests.Storage.Database;

/// <summary>
/// This test program, started again by <see cref="CrashTests"/> as a process that can be killed: it appends
/// to the logs of many drills at once and prints each version once it has been answered. It never ends by itself.
/// </summary>
internal static class CrashChild
{
    public const string FolderVariable = "ACADEMY_TEST_CRASH_FOLDER";
    public const int Drills = 16;

#pragma warning disable CA2255 // The test runner owns Main, and this must come before it.
    [ModuleInitializer]
    internal static void RunWhereAsked()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            Run(folder);
        }
    }
#pragma warning restore CA2255

    // All on this thread: until the initializer ends, which it never does, no other thread may enter this module.
    private static void Run(string folder)
    {
        var log = SqliteAcademy.In(folder).Get<IDrillLog>();
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var answers = new Task<AppendAnswer>[Drills];
        for (var version = 0L; ; version++)
        {
            for (var drill = 0; drill < Drills; drill++)
            {
                answers[drill] = log.Append($"d{drill}", version, $"c{version}", "bank.1", version, DateTimeOffset.UtcNow, "[]");
            }

            for (var drill = 0; drill < Drills; drill++)
            {
                var appended = (AppendAnswer.Appended)answers[drill].GetAwaiter().GetResult();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{drill} {appended.Version}"));
            }
        }
    }
}
