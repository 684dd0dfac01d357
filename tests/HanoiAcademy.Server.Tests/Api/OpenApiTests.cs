using System.Net;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Api;

public sealed class OpenApiTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task Every_operation_is_described_and_every_unsafe_one_asks_for_the_key()
    {
        var paths = (await (await site.Visit().GetAsync("/openapi/v1.json")).JsonAsync()).GetProperty("paths").EnumerateObject().ToList();

        paths.Select(path => path.Name).ShouldContain("/api/v1/session");
        foreach (var (path, operation) in paths.SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation))))
        {
            path.ShouldStartWith("/api/v1/");
            var keys = operation.Value.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Count(parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key" && parameter.GetProperty("required").GetBoolean())
                : 0;
            keys.ShouldBe(operation.Name is "get" or "head" ? 0 : 1, $"{operation.Name} {path}");
            operation.Value.TryGetProperty("summary", out var summary).ShouldBeTrue($"{operation.Name} {path} has no summary.");
            summary.GetString().ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public async Task An_unknown_address_of_the_API_is_a_problem_with_a_code() =>
        await (await site.Visit().GetAsync("/api/v1/nothing")).ShouldRefuseAsync(HttpStatusCode.NotFound, "not-found");
}
