using Microsoft.Playwright;

namespace HanoiAcademy.Browser.Tests.Support;

/// <summary>A real Chromium: the one ACADEMY_CHROMIUM names, else the first on the path. Without one the tests are skipped, and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            // Where there is no graphics card, drawing as if there were one takes half of the processor. Chromium's sandbox refuses to run as root, which
            // containers of a CI are.
            Args = ["--disable-gpu", .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : []],
        });
        Assertions.SetDefaultExpectTimeout(60_000);
    }

    /// <summary>Somebody's own browser: no cookie, no memory.</summary>
    /// <param name="over">The line it reaches the site over; null: none of its own.</param>
    public async Task<Visitor> VisitAsync(AcademySite site, int width = 1440, int height = 900, Wire? over = null)
    {
        Assert.SkipWhen(_browser is null, "No Chromium: set ACADEMY_CHROMIUM to its path, or put chromium-headless-shell, chromium, chromium-browser or google-chrome on the path.");
        var context = await _browser!.NewContextAsync(new() { BaseURL = (over?.Address ?? site.Address).ToString(), ViewportSize = new() { Width = width, Height = height }, Locale = "en-GB" });
        context.SetDefaultTimeout(60_000);
        return new Visitor(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ACADEMY_CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
