using System.Net;
using HanoiAcademy.Server.Tests.Site;
using HanoiAcademy.Storage.Database;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Hosting;

public sealed class ReadinessTests
{
    [Fact]
    public async Task A_database_that_takes_no_writes_is_said_to_the_machine_itself_and_not_to_the_world()
    {
        await using var site = new AcademySite();
        var http = site.Visit().Http;
        await site.Services.GetRequiredService<IDatabase>().Write(session => session.Number("PRAGMA query_only = ON"));

        var here = await http.GetAsync("/readyz", TestContext.Current.CancellationToken);
        (await here.ShouldBeAsync(HttpStatusCode.ServiceUnavailable)).ShouldMatch("^database: .*academy.db cannot be opened for writing: [^\n]*\\.$");

        using var throughProxy = new HttpRequestMessage(HttpMethod.Get, "/readyz");
        throughProxy.Headers.Add("X-Forwarded-For", "192.0.2.7");
        var there = await http.SendAsync(throughProxy, TestContext.Current.CancellationToken);
        (await there.ShouldBeAsync(HttpStatusCode.ServiceUnavailable)).ShouldBe("database: not usable; the academy's log says why");
    }
}
