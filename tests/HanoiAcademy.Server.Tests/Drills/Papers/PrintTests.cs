using System.Text;
using HanoiAcademy.Server.Drills.AfterAction.Papers;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Print;
using HanoiAcademy.Server.Tests.Drills.AfterAction;
using HanoiAcademy.Server.Tests.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Tests.Drills.Papers;

public sealed class PrintTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task The_page_is_one_file_that_asks_for_nothing_and_its_report_comes_out_as_pdf()
    {
        using var scope = site.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        var html = await scope.ServiceProvider.GetRequiredService<PrintedPage>().Of(DocumentTests.Document("invoice-at-dawn-2", "en", null), Paper.Letter, new Uri("https://academy.example/"), http);
        html.ShouldContain("default-src 'none'");
        html.ShouldContain("size: letter;");
        html.ShouldContain("EXERCISE");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("href=\"/");

        Keep("printed.html", Encoding.UTF8.GetBytes(html));
        using var printer = Printer(new PapersOptions { Chromium = Chromium(), ChromiumSandbox = Environment.UserName != "root" });
        var pdf = (await printer.Print(html, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        Keep("printed.pdf", pdf);
        Encoding.ASCII.GetString(pdf[..5]).ShouldBe("%PDF-");
    }

    [Fact]
    public async Task A_program_that_makes_nothing_is_no_pdf_and_no_failure()
    {
        using var printer = Printer(new PapersOptions { Chromium = Environment.ProcessPath is { } any && Path.GetFileName(any) == "dotnet" ? any : "/bin/true" });
        (await printer.Print("<p>", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public void A_chromium_that_is_not_there_is_refused_at_the_start() =>
        new PapersOptions { Chromium = "/nowhere/chromium" }.IsThere.ShouldBeFalse();

    private ChromiumPrinter Printer(PapersOptions options) =>
        new(Options.Create(options), NullLogger<ChromiumPrinter>.Instance, site.Services.GetRequiredService<IHostApplicationLifetime>());

    internal static string Chromium()
    {
        var found = Environment.GetEnvironmentVariable("ACADEMY_CHROMIUM") is { Length: > 0 } named ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified)
                .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, "No Chromium: set ACADEMY_CHROMIUM to its path, or put chromium, chromium-browser or google-chrome on the path.");
        return found!;
    }

    private static void Keep(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("ACADEMY_PAPERS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
