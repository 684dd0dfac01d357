using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Contributions;

/// <summary>Real spreadsheets of others: uploaded, mapped as proposed, kept, launched, played and marked, all through the pages and a real line.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("blueprint-playwright-msel.xlsx")]
    [InlineData("openaev-chronogram-test_file_3.xlsx")]
    [InlineData("openaev-chronogram-test_file_5.xlsx")]
    public async Task A_spreadsheet_is_a_drill(string sample)
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Server.Agencies.Role.Instructor, agency);
        var waiting = await Upload(instructor, sample);

        var mapper = await Page(instructor, waiting);
        mapper.QuerySelectorAll(".mapper select").ShouldNotBeEmpty();
        mapper.QuerySelectorAll("#preview ~ .table-wrap tbody tr").ShouldNotBeEmpty();
        mapper.QuerySelector("#loss").ShouldNotBeNull();
        var kept = await instructor.PostForm($"{waiting}?handler=Keep", Fields(mapper), waiting);
        kept.StatusCode.ShouldBe(HttpStatusCode.Redirect, await kept.Content.ReadAsStringAsync());
        var address = kept.Headers.Location!.OriginalString;
        var contribution = await Page(instructor, address);
        contribution.QuerySelector("#errors").ShouldBeNull();
        contribution.QuerySelector("#loss").ShouldNotBeNull();

        var launched = await instructor.PostForm("/drills/launch", new() { ["Input.Scenario"] = "contribution:" + address.Split('/')[^1], ["Input.Speed"] = "60" });
        launched.StatusCode.ShouldBe(HttpStatusCode.Redirect, await launched.Content.ReadAsStringAsync());
        await Play(site, instructor, await site.SignIn(Server.Agencies.Role.Trainee, agency), launched.Headers.Location!.OriginalString.Split('/')[2]);
    }

    /// <summary>Somebody sits down, control sends what has no time of its own, it arrives, and an evaluator marks what was expected.</summary>
    private static async Task Play(LiveSite site, Browser instructor, Browser trainee, string id)
    {
        var drill = (await site.Get<IDrillCatalog>().Get(id))!;
        var scenario = await site.Get<HanoiAcademy.Server.Drills.Rooms.LaunchedScenarios>().Get(drill.ContentSha256);
        var first = scenario.Injects.FirstOrDefault(inject => inject.At is not null) ?? scenario.Injects[0];
        var seats = await instructor.Json($"/api/v1/drills/{id}/seats");
        var teams = first.To.Select(to => to.ToString().Split('.')[0]).ToList();
        var seat = seats.EnumerateArray().Select(one => one.GetProperty("seat").GetString()!).First(one => teams.Count == 0 || teams.Contains("all") || teams.Contains(one.Split('.')[0]));
        await trainee.Sit(drill, seat);
        await using var line = await trainee.Listen(id);
        await using var control = await instructor.Listen(id, control: true);
        await site.Say(drill, new StartExercise());
        // One that is due at StartEx came by itself, and firing it is refused: that it arrives is what counts.
        await control.Send(new { kind = "fire-inject", inject = first.Id });
        var subject = first.Subject.In(scenario.Language, scenario.Language);
        await line.UntilText(System.Text.Json.JsonSerializer.Serialize(subject, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })[1..^1]);

        if (scenario.Injects.FirstOrDefault(inject => inject.Expected.Any(act => act is ExpectObserved)) is { } marked)
        {
            if (marked != first)
                await control.Send(new { kind = "fire-inject", inject = marked.Id });
            var act = marked.Expected.ToList().FindIndex(one => one is ExpectObserved) + 1;
            var answer = await control.Send(new { kind = "mark-expected", inject = marked.Id, act, found = "done", note = "" });
            answer.GetProperty("status").GetString().ShouldBe("accepted", answer.GetRawText());
        }
    }

    internal static async Task<string> Upload(Browser browser, string sample)
    {
        var bytes = await File.ReadAllBytesAsync(Fixture(sample));
        var page = await Page(browser, "/contributions/upload");
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var sent = await browser.Post("/contributions/upload", new MultipartFormDataContent
        {
            { content, "Chosen", sample },
            { new StringContent(page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        });
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        return sent.Headers.Location!.OriginalString;
    }

    /// <summary>What a browser would send of the mapper's form as it stands.</summary>
    internal static Dictionary<string, string> Fields(IHtmlDocument page)
    {
        var fields = new Dictionary<string, string>();
        foreach (var input in page.QuerySelectorAll("form[action*=Look] input").OfType<IHtmlInputElement>().Where(input => input.Name is { Length: > 0 } && (input.Type != "checkbox" || input.IsChecked)))
            fields[input.Name!] = input.Value;
        foreach (var select in page.QuerySelectorAll("form[action*=Look] select").OfType<IHtmlSelectElement>().Where(select => select.Name is { Length: > 0 }))
            fields[select.Name!] = select.Value ?? "";
        fields.Remove("__RequestVerificationToken");
        return fields;
    }

    internal static async Task<IHtmlDocument> Page(Browser browser, string address)
    {
        var answer = await browser.Get(address);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return new HtmlParser().ParseDocument(body);
    }

    internal static string Fixture(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests", "fixtures", "exchange", name) is var file && File.Exists(file))
                return file;
        throw new FileNotFoundException(name);
    }
}
