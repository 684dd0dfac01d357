using System.Diagnostics;

namespace HanoiAcademy.Server.Tests.Drills.Papers;

/// <summary>Opens a file as a person with LibreOffice would, by having it made into another.</summary>
internal static class LibreOffice
{
    private const string Variable = "ACADEMY_SOFFICE";

    /// <summary>The text of the file as LibreOffice shows it, or its pages as PDF; the test is skipped where LibreOffice is not installed.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] file, string extension, string to, string filter = "")
    {
        var program = Find();
        Assert.SkipWhen(program is null, $"LibreOffice is not installed: put soffice on the path or name it in {Variable}, to see files opened by it.");
        var folder = Directory.CreateTempSubdirectory("academy-office-");
        try
        {
            var path = Path.Combine(folder.FullName, "paper." + extension);
            await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
            // A profile of its own: another run beside it, or a person's own window, would answer in its place.
            var start = new ProcessStartInfo(program!,
                [$"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri}", "--headless", "--norestore", "--convert-to", to + filter, "--outdir", Path.Combine(folder.FullName, "out"), path])
            { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromMinutes(2));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            var made = Path.Combine(folder.FullName, "out", "paper." + to);
            File.Exists(made).ShouldBeTrue($"LibreOffice made nothing of it: {await said} {await errors}");
            return await File.ReadAllBytesAsync(made, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified)
            .SelectMany(folder => new[] { "soffice", "libreoffice", "soffice.exe" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
