using System.Security.Cryptography;
using System.Text.Json;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Print;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Sheets;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Word;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers;

/// <summary>The report as a file: for whom the page is, with what the page says, in the same language.</summary>
internal static class PaperFiles
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/drills/{id}").RequireAuthorization(DrillPolicies.AccountOrSeat).ExcludeFromDescription();
        files.MapGet("/report.docx", Word);
        files.MapGet("/report.xlsx", Sheets);
        // Where nobody prints there is no such address; the page says how its reader prints it.
        if (endpoints.ServiceProvider.GetRequiredService<ChromiumPrinter>().IsConfigured)
            files.MapGet("/report.pdf", Pdf);
    }

    private static Task<IResult> Word(string id, string? paper, HttpContext http, DrillAccess access, AfterActionDesk desk, Texts texts, CancellationToken cancel) =>
        Write(id, "docx", WordWriter.ContentType, paper, http, access, desk, texts, (report, on, words) => WordWriter.Write(report, on, words, Site(http)), cancel);

    private static Task<IResult> Sheets(string id, string? paper, HttpContext http, DrillAccess access, AfterActionDesk desk, Texts texts, CancellationToken cancel) =>
        Write(id, "xlsx", SheetWriter.ContentType, paper, http, access, desk, texts, SheetWriter.Write, cancel);

    private static Task<IResult> Pdf(
        string id, string? paper, HttpContext http, DrillAccess access, AfterActionDesk desk, Texts texts, PrintedPage page, ChromiumPrinter printer, CancellationToken cancel) =>
        Write(id, "pdf", "application/pdf", paper, http, access, desk, texts, async (report, on, _) => await printer.Print(await page.Of(report, on, Site(http), http), cancel), cancel);

    private static Task<IResult> Write(
        string id, string kind, string type, string? paper, HttpContext http, DrillAccess access, AfterActionDesk desk, Texts texts,
        Func<ReportDocument, Paper, PaperWords, byte[]> write, CancellationToken cancel) =>
        Write(id, kind, type, paper, http, access, desk, texts, (report, on, words) => Task.FromResult<byte[]?>(write(report, on, words)), cancel);

    private static async Task<IResult> Write(
        string id, string kind, string type, string? paper, HttpContext http, DrillAccess access, AfterActionDesk desk, Texts texts,
        Func<ReportDocument, Paper, PaperWords, Task<byte[]?>> write, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        var ui = http.Features.Get<UiChoice>() ?? UiChoice.Default;
        // Nothing here for him, and nothing yet, look alike.
        if (await access.Find(id, http.User, cancel) is not { } caller || await desk.For(caller, ui, cancel, Viewer.Of(http.User)) is not { } made)
            return Results.NotFound();
        var (on, words, report) = (Paper.Of(paper), PaperWords.Of(texts, ui.Language), made.Document);
        var tag = new EntityTagHeaderValue($"\"{Hash(report, $"{kind} {on.Name} {Site(http)}")}\"", isWeak: true);
        // Who has it has it still: nothing is drawn again.
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(has => has.Compare(tag, useStrongComparison: false)))
            return NotModified(http, tag);
        if (await write(report, on, words) is not { } bytes)
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return Results.File(bytes, type, PaperName.Of(words.File, caller.Drill.Title, kind), entityTag: tag);
    }

    private static IResult NotModified(HttpContext http, EntityTagHeaderValue tag)
    {
        http.Response.Headers.ETag = tag.ToString();
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    private static string Hash(ReportDocument report, string how)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(JsonSerializer.SerializeToUtf8Bytes(new { how, report.Title, report.Subtitle, report.Banner, report.Language, report.IsRightToLeft }));
        foreach (var block in report.Blocks)
            all.AppendData(JsonSerializer.SerializeToUtf8Bytes(block, block.GetType()));
        return Convert.ToHexStringLower(all.GetHashAndReset()[..16]);
    }

    private static Uri? Site(HttpContext http) => Uri.TryCreate($"{http.Request.Scheme}://{http.Request.Host}/", UriKind.Absolute, out var site) ? site : null;
}
