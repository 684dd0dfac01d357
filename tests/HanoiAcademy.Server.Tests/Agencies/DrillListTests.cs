using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Agencies;

/// <summary>The rule stands twice, as a predicate and as the WHERE text of a list; here they are held together.</summary>
public sealed class DrillListTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task A_list_shows_just_those_drills_that_the_viewer_may_open()
    {
        var own = await site.MakeAgencyAsync();
        var admitted = await site.MakeAgencyAsync();
        var other = await site.MakeAgencyAsync();
        var launcher = await site.SignInAsync(Role.Instructor, own);
        var alone = await LaunchAsync(launcher, new { scenario = "invoice-at-dawn", agency = own.Slug });
        var together = await LaunchAsync(launcher, new { scenario = "invoice-at-dawn", agency = own.Slug, agencies = new[] { admitted.Slug } });
        var seated = await site.SignInAsync(Role.Trainee, admitted);
        var join = await seated.CallAsync(HttpMethod.Post, "/api/v1/drills/join", new { code = together.Code, seat = "company.it.1" });
        await join.ShouldBeAsync(HttpStatusCode.OK);

        await ShouldSeeAsync(launcher, alone, together);
        await ShouldSeeAsync(await site.SignInAsync(Role.Administrator, own), alone, together);
        await ShouldSeeAsync(await site.SignInAsync(Role.Trainee, own));
        await ShouldSeeAsync(await site.SignInAsync(Role.Instructor, admitted), together);
        await ShouldSeeAsync(seated, together);
        await ShouldSeeAsync(await site.SignInAsync(Role.Trainee, admitted));
        await ShouldSeeAsync(await site.SignInAsync(Role.Administrator, other));

        async Task ShouldSeeAsync(Visitor visitor, params (string Id, string Code)[] expected)
        {
            var listed = (await (await visitor.GetAsync("/api/v1/drills")).JsonAsync()).EnumerateArray().Select(drill => drill.GetProperty("id").GetString()).ToList();
            listed.ShouldBe(expected.Select(drill => drill.Id), ignoreOrder: true);
            foreach (var drill in new[] { alone, together })
                (await visitor.GetAsync($"/api/v1/drills/{drill.Id}")).StatusCode.ShouldBe(listed.Contains(drill.Id) ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }
    }

    private static async Task<(string Id, string Code)> LaunchAsync(Visitor launcher, object order)
    {
        var drill = await (await launcher.CallAsync(HttpMethod.Post, "/api/v1/drills", order)).JsonAsync(HttpStatusCode.Created);
        return (drill.GetProperty("id").GetString()!, drill.GetProperty("joinCode").GetString()!);
    }
}
