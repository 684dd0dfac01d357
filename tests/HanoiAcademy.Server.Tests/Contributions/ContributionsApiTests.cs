using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Contributions;

/// <summary>The same by a script: the file is the body, a repeat does nothing twice.</summary>
public sealed class ContributionsApiTests(AcademySite site) : IClassFixture<AcademySite>
{
    private const string Address = "/api/v1/contributions";

    [Fact]
    public async Task A_script_uploads_lists_looks_launches_and_deletes()
    {
        var instructor = await site.SignInAsync(Role.Instructor, await site.MakeAgencyAsync());
        var key = Guid.NewGuid().ToString();
        var made = await (await SendAsync(instructor, Address + "?fileName=letters.zip", SmallScenario.Zip(), key)).JsonAsync(HttpStatusCode.Created);
        var one = made.GetProperty("contribution");
        var id = one.GetProperty("id").GetString()!;
        var again = await (await SendAsync(instructor, Address + "?fileName=letters.zip", SmallScenario.Zip(), key)).JsonAsync(HttpStatusCode.Created);
        again.GetProperty("contribution").GetProperty("id").GetString().ShouldBe(id, "a repeat is the same contribution");

        (await (await instructor.GetAsync(Address)).JsonAsync()).EnumerateArray().Select(line => line.GetProperty("title").GetString()).ShouldBe([SmallScenario.Title]);
        (await (await instructor.GetAsync($"{Address}/{id}")).JsonAsync()).GetProperty("problems").EnumerateArray().ShouldAllBe(problem => problem.GetProperty("severity").GetString() == "warning");
        await (await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = one.GetProperty("scenario").GetString() })).ShouldBeAsync(HttpStatusCode.Created);
        await (await instructor.CallAsync(HttpMethod.Delete, $"{Address}/{id}")).ShouldBeAsync(HttpStatusCode.NoContent);
        await (await instructor.GetAsync($"{Address}/{id}")).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_version_follows_the_one_that_was_looked_at_or_is_refused()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        var id = await SmallScenario.ContributeAsync(author);
        var files = SmallScenario.Files();
        files["injects/020-second-call.md"] = files["injects/010-first-call.md"];
        var next = await (await SendAsync(author, $"{Address}/{id}/versions?basedOn=1", SmallScenario.Zip(files))).JsonAsync(HttpStatusCode.Created);
        next.GetProperty("contribution").GetProperty("version").GetInt32().ShouldBe(2);
        await (await SendAsync(author, $"{Address}/{id}/versions?basedOn=1", SmallScenario.Zip(files))).ShouldRefuseAsync(HttpStatusCode.Conflict, "changed-meanwhile");
        await (await SendAsync(author, $"{Address}/{id}/versions", SmallScenario.Zip(files))).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "bad-version");
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_a_sentence()
    {
        var author = await site.SignInAsync(Role.Author, await site.MakeAgencyAsync());
        await (await SendAsync(author, Address, [])).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "no-file");
        await (await SendAsync(author, Address, "%PDF-1.7"u8.ToArray())).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "not-read");
        await (await SendAsync(author, Address, new byte[13 * 1024 * 1024])).ShouldBeAsync(HttpStatusCode.RequestEntityTooLarge);
        await (await SendAsync(author, Address + "?agency=made-up", SmallScenario.Zip())).ShouldRefuseAsync(HttpStatusCode.Forbidden, "not-of-this-agency");
        (await (await author.GetAsync(Address)).JsonAsync()).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_description_of_the_api_names_it_and_no_title()
    {
        await SmallScenario.ContributeAsync(await site.SignInAsync(Role.Author, await site.MakeAgencyAsync()));
        var described = await (await site.Visit().GetAsync("/openapi/v1.json")).ShouldBeAsync(HttpStatusCode.OK);
        described.ShouldContain("/api/v1/contributions/{id}/versions");
        described.ShouldNotContain(SmallScenario.Title);
    }

    internal static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, byte[] file, string? key = null)
    {
        var session = await visitor.Http.GetFromJsonAsync<JsonElement>("/api/v1/session");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add(session.GetProperty("requestTokenHeader").GetString()!, session.GetProperty("requestToken").GetString());
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await visitor.Http.SendAsync(request);
    }
}
