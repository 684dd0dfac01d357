using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Print;

/// <summary>
/// A page as PDF, by a Chromium that starts for it and knows nothing: a profile that is thrown away, no network, no cookie, none of the site's environment.
/// Script it must run, for with it Chromium prints; the page that it is given lets none run. One at a time; it ends with its time, with its reader, and with the site.
/// </summary>
internal sealed partial class ChromiumPrinter(IOptions<PapersOptions> options, ILogger<ChromiumPrinter> logger, IHostApplicationLifetime life) : IDisposable
{
    private const long MostBytes = 50 * 1024 * 1024;
    private readonly SemaphoreSlim _turn = new(1);
    private int _here;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(options.Value.Chromium);

    /// <summary>Null: too many wait, or it did not succeed, which the log says.</summary>
    public async Task<byte[]?> Print(string html, CancellationToken cancel)
    {
        if (!IsConfigured)
            return null;
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        if (Interlocked.Increment(ref _here) > options.Value.MostWaiting + 1)
        {
            Interlocked.Decrement(ref _here);
            return null;
        }

        try
        {
            await _turn.WaitAsync(all.Token);
            try
            {
                return await PrintNow(html, all.Token);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _here);
        }
    }

    private async Task<byte[]?> PrintNow(string html, CancellationToken cancel)
    {
        // On Unix its owner alone may look into it; elsewhere the temporary folder is the account's own.
        var folder = Directory.CreateTempSubdirectory("academy-print-");
        try
        {
            var (page, made) = (Path.Combine(folder.FullName, "report.html"), Path.Combine(folder.FullName, "report.pdf"));
            await File.WriteAllTextAsync(page, html, cancel);
            using var process = Process.Start(Start(folder.FullName, page, made))!;
            // Whatever it started goes with it, when its time is over and when somebody does not wait any longer.
            // Read to its end, or it stands still when the pipe is full.
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.PrintSeconds));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
                cancel.ThrowIfCancellationRequested();
                LogNotPrinted("it took too long");
                return null;
            }

            if (new FileInfo(made) is { Exists: true, Length: > 0 and <= MostBytes })
                return await File.ReadAllBytesAsync(made, cancel);
            // A child of its that outlives it keeps the pipe open: its words are then not waited for.
            var words = string.Concat(await said.WaitAsync(TimeSpan.FromSeconds(5), cancel));
            LogNotPrinted(words.Length > 1_000 ? words[..1_000] : words);
            return null;
        }
        catch (Exception broken) when (broken is System.ComponentModel.Win32Exception or IOException or TimeoutException)
        {
            LogNotPrinted(broken.Message);
            return null;
        }
        finally
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (Exception left) when (left is IOException or UnauthorizedAccessException)
            {
                LogLeft(folder.FullName, left.Message);
            }
        }
    }

    private ProcessStartInfo Start(string folder, string page, string made)
    {
        var start = new ProcessStartInfo(options.Value.Chromium!) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var word in new[]
        {
            "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
            "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={made}",
        })
            start.ArgumentList.Add(word);
        if (!options.Value.ChromiumSandbox)
            start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        // The site's environment may hold passwords.
        var kept = new[] { "PATH", "SystemRoot", "LANG", "FONTCONFIG_PATH" }.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(one => one.value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            start.Environment[name] = value;
        foreach (var name in new[] { "HOME", "TMPDIR", "TEMP", "TMP" })
            start.Environment[name] = folder;
        return start;
    }

    public void Dispose() => _turn.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A report was not printed as PDF: {Why}")]
    private partial void LogNotPrinted(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder {Folder} of a printing is left: {Why}")]
    private partial void LogLeft(string folder, string why);
}
