using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Api;

public sealed class NullTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Theory]
    [InlineData("scenario")]
    [InlineData("title")]
    [InlineData("agency")]
    public async Task A_null_where_none_may_stand_is_refused_as_malformed(string property)
    {
        var instructor = await site.SignInAsync(Role.Instructor, await site.MakeAgencyAsync());

        var answer = await instructor.CallAsync(HttpMethod.Post, "/api/v1/drills", new Dictionary<string, string?> { ["scenario"] = "invoice-at-dawn", [property] = null });

        await answer.ShouldRefuseAsync(HttpStatusCode.BadRequest, "malformed");
    }
}
