using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HanoiAcademy.Server.Tests.Api;

/// <summary>The API's group as the site sets it up, with endpoints that count how often they did their work.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("academy-api-").FullName;
    private WebApplication _app = null!;
    private int _count;

    public int Count => _count;

    public HttpClient Client() => new(new CookieHandler { InnerHandler = _app.GetTestServer().CreateHandler() }) { BaseAddress = new Uri("http://localhost") };

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:DataFolder"] = _folder;
        builder.Services.AddAcademyStorage(builder.Configuration).AddLanguage().AddSecurity().AddApi()
            .AddSingleton(TimeProvider.System).AddAuthorization();
        _app = builder.Build();
        _app.UseApi();
        _app.UseRouting();
        var api = _app.MapApi();
        api.MapPost("/count", (Counted counted) => TypedResults.Created((string?)null, new Counted(counted.By, Interlocked.Add(ref _count, counted.By))));
        api.MapPost("/refuse", (Counted _) => ApiProblem.Of(StatusCodes.Status409Conflict, "always-refused", $"Refused for the {Interlocked.Increment(ref _count)}th time."));
        api.MapPost("/break", (Counted _) => Interlocked.Increment(ref _count) < 0 ? "" : throw new InvalidOperationException("secret detail"));
        api.MapPost("/itself", (Counted counted) => Interlocked.Add(ref _count, counted.By)).WithMetadata(IdempotentByItself.Instance);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public sealed record Counted(int By, int Sum = 0);

    /// <summary>The test server's handler keeps no cookies by itself.</summary>
    private sealed class CookieHandler : DelegatingHandler
    {
        private string? _cookie;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookie is not null)
                request.Headers.Add("Cookie", _cookie);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                _cookie = set.First().Split(';')[0];
            return answer;
        }
    }
}
