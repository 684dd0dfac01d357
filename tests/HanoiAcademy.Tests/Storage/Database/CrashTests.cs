using System.Diagnostics;
using System.Globalization;
using HanoiAcademy.Cli;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Tests.Storage.Database;

public sealed class CrashTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("academy-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task Every_row_that_was_answered_survives_a_kill()
    {
        await PrepareAsync();
        var answered = await RunAndKillAsync(lines: 2_000, meanwhile: () => { });
        answered.Sum().ShouldBeGreaterThanOrEqualTo(2_000);

        await using var academy = SqliteAcademy.In(Data);
        var log = academy.Get<IDrillLog>();
        for (var drill = 0; drill < CrashChild.Drills; drill++)
        {
            var kept = (await log.Read($"d{drill}", 0, TestContext.Current.CancellationToken)).Select(row => row.Version).ToList();
            kept.Count.ShouldBeGreaterThanOrEqualTo(answered[drill]);
            kept.ShouldBe(Enumerable.Range(1, kept.Count).Select(version => (long)version));
            (await log.Append($"d{drill}", kept.Count, "after", "bank.1", 0, DateTimeOffset.UnixEpoch, "[]"))
                .ShouldBe(new AppendAnswer.Appended(kept.Count + 1));
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_backup_from_another_process_holds_every_row_answered_before_it_began()
    {
        await PrepareAsync();
        var archive = Path.Combine(folder.FullName, "backup.zip");
        using var said = new StringWriter();
        await RunAndKillAsync(lines: 800, meanwhile: () => BackupCommand.Run(Data, archive, said, said).ShouldBe(0, said.ToString()));

        var restored = Path.Combine(folder.FullName, "restored");
        RestoreCommand.Run(archive, restored, said, said).ShouldBe(0, said.ToString());
        await using var academy = SqliteAcademy.In(restored);
        for (var drill = 0; drill < CrashChild.Drills; drill++)
        {
            var kept = await academy.Get<IDrillLog>().Read($"d{drill}", 0, TestContext.Current.CancellationToken);
            kept.Select(row => row.Version).ShouldBe(Enumerable.Range(1, kept.Count).Select(version => (long)version));
            kept.Count.ShouldBeGreaterThanOrEqualTo(800 / CrashChild.Drills);
        }
    }

    private string Data => Path.Combine(folder.FullName, "data");

    private async Task PrepareAsync()
    {
        await using var academy = SqliteAcademy.In(Data);
        await academy.Get<IAgencies>().Create(new Agency { Id = "a", Slug = "a", Name = "A", Created = DateTimeOffset.UnixEpoch });
        var content = await academy.Get<IContentStore>().Put("{}"u8.ToArray());
        for (var drill = 0; drill < CrashChild.Drills; drill++)
        {
            await academy.Get<IDrillCatalog>().Create(new DrillEntry
            {
                Id = $"d{drill}",
                AgencyId = "a",
                ScenarioId = "s",
                Title = "T",
                ContentSha256 = content,
                CreatedWall = DateTimeOffset.UnixEpoch,
                JoinCode = $"CODE{drill}",
            });
        }
    }

    /// <summary>The highest version that was answered, per drill.</summary>
    private async Task<int[]> RunAndKillAsync(int lines, Action meanwhile)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        start.Environment[CrashChild.FolderVariable] = Data;
        using var child = Process.Start(start)!;
        var answered = new int[CrashChild.Drills];
        try
        {
            for (var read = 0; read < lines; read++)
            {
                Note(answered, await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            }

            meanwhile();
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // What it said between our last line and its death counts as well; the very last line may be cut.
        var rest = (await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        foreach (var line in rest.SkipLast(1))
        {
            Note(answered, line);
        }

        return answered;
    }

    private static void Note(int[] answered, string? line)
    {
        var parts = line.ShouldNotBeNull("the child ended by itself").Trim().Split(' ');
        answered[int.Parse(parts[0], CultureInfo.InvariantCulture)] = int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
