using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HanoiAcademy.Browser.Tests.Support;

/// <summary>
/// Looks at pages as a reviewer does: at a desktop's and at a phone's width, from the left and from the right. What axe finds and what does not fit is
/// gathered, so that one run names everything there is to mend. A picture of each stays in the folder that ACADEMY_PICTURES names, else "pictures" beside the
/// tests; "none" makes none, where nobody will look at them: they take as long as all else.
/// </summary>
internal sealed partial class Look
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("desktop", 1280, 900), ("phone", 360, 640)];

    /// <summary>Null: none are wanted.</summary>
    public static readonly string? Pictures = Environment.GetEnvironmentVariable("ACADEMY_PICTURES") switch
    {
        "none" => null,
        { Length: > 0 } named => Directory.CreateDirectory(named).FullName,
        _ => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName,
    };

    public List<string> Found { get; } = [];

    /// <param name="phone">It is a phone's alone.</param>
    public async Task AtAsync(Visitor visitor, string where, bool phone = false)
    {
        var page = visitor.Page;
        var size = page.ViewportSize!;
        var direction = await page.EvaluateAsync<string>("() => document.documentElement.dir");
        foreach (var (name, width, height) in phone ? Screens[1..] : Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var dir in new[] { "ltr", "rtl" })
            {
                await page.EvaluateAsync("(dir) => { document.documentElement.dir = dir; }", dir);
                if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"))
                    Found.Add($"{where}, {name}, {dir}: scrolls sideways");
                if (Pictures is not null)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{NotAWord().Replace(where, "-").Trim('-')}-{name}-{dir}.png") });
            }

            await page.EvaluateAsync("(dir) => { document.documentElement.dir = dir; }", direction);
            Found.AddRange((await AxeAsync(page)).Select(violation => $"{where}, {name}: {violation}"));
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static async Task<string[]> AxeAsync(IPage page)
    {
        // Half a megabyte of script: once a page, not once a width.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in globalThis"))
            await page.EvaluateAsync(await File.ReadAllTextAsync(Axe(), TestContext.Current.CancellationToken));
        return await page.EvaluateAsync<string[]>(
            "() => axe.run(document).then((found) => found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html).join(' | ')}`))");
    }

    /// <summary>It comes with the client's packages, which the server's build fetches.</summary>
    private static string Axe()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution's folder is not above the tests.");
        var file = Path.Combine(folder.FullName, "src", "HanoiAcademy.Server", "client", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(file), "axe-core is not there: the build found no Node.js, or no network, to fetch the client's packages.");
        return file;
    }

    [GeneratedRegex("[^a-zA-Z0-9]+")]
    private static partial Regex NotAWord();
}
