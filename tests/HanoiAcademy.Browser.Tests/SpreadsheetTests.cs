using HanoiAcademy.Browser.Tests.Support;
using HanoiAcademy.Server.Agencies;
using static HanoiAcademy.Browser.Tests.Support.Visitor;

namespace HanoiAcademy.Browser.Tests;

/// <summary>A spreadsheet on a phone: up, mapped, kept, launched. Each page on the way is looked at.</summary>
public sealed class SpreadsheetTests(Chromium chromium)
{
    private readonly Look _look = new();

    [Fact]
    public async Task On_a_phone_a_spreadsheet_is_uploaded_mapped_kept_and_launched()
    {
        await using var site = new AcademySite();
        var instructor = await site.StartAsync();
        await site.MakeAccountAsync("author", "Author Hoa", Role.Author);
        var author = await chromium.VisitAsync(site);
        await author.SignInAsync("author");
        var page = author.Page;
        await page.SetViewportSizeAsync(360, 640);

        await page.GotoAsync("/contributions");
        await _look.AtAsync(author, "contributions-empty");
        await page.GotoAsync("/contributions/upload");
        await _look.AtAsync(author, "contributions-upload");
        await page.Locator("#file").SetInputFilesAsync(Sample("blueprint-playwright-msel.xlsx"));
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/contributions/uploads/*");
        await _look.AtAsync(author, "contributions-mapper");

        // A title of one's own, a template for the next file, and the page still knows what was chosen.
        await page.Locator("#title").FillAsync("Our own drill");
        await page.Locator("details:has(#name) summary").ClickAsync();
        await page.Locator("#name").FillAsync("Our MSEL");
        await page.Locator("button[formaction*=SaveTemplate]").ClickAsync();
        await Expect(page.Locator("#title")).ToHaveValueAsync("Our own drill");
        await Expect(page.Locator("#template option")).ToHaveTextAsync("Our MSEL");
        await page.Locator("button[formaction*=Keep]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/contributions/", StringComparison.Ordinal) && !url.Contains("/uploads/", StringComparison.Ordinal));
        await Expect(page.Locator("h1")).ToHaveTextAsync("Our own drill");
        var contribution = new Uri(page.Url).AbsolutePath;
        await page.Locator("form[action*=Rehearse] button").ClickAsync();
        await page.WaitForURLAsync("**/versions/1");
        await Expect(page.Locator(".findings li").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await _look.AtAsync(author, "contributions-version");
        await page.GotoAsync(contribution);
        await Expect(page.Locator(".findings li").First).ToBeVisibleAsync();
        await _look.AtAsync(author, "contributions-one");
        foreach (var (name, address) in new[]
        {
            ("contributions", "/contributions"), ("contributions-templates", "/contributions/templates"), ("contributions-again", contribution + "/upload"),
            ("contributions-delete", contribution + "/delete"), ("contributions-manual", contribution + "/manual"),
        })
        {
            await page.GotoAsync(address);
            await _look.AtAsync(author, name);
        }

        var director = await chromium.VisitAsync(site);
        await director.SignInAsync(instructor);
        await director.Page.SetViewportSizeAsync(360, 640);
        await director.Page.GotoAsync(contribution);
        await director.Page.Locator("main a.btn-primary").ClickAsync();
        await Expect(director.Page.Locator("#scenario option:checked")).ToContainTextAsync("Our own drill");
        await director.Page.Locator("main form button[type=submit]").ClickAsync();
        await director.Page.WaitForURLAsync("**/drills/*/control");
        author.Errors.ShouldBeEmpty();
        _look.Found.ShouldBeEmpty();
    }

    private static string Sample(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests", "fixtures", "exchange", name) is var file && File.Exists(file))
                return file;
        throw new FileNotFoundException(name);
    }
}
