using System.Security.Claims;
using System.Security.Cryptography;
using HanoiAcademy.Storage.Idempotency;

namespace HanoiAcademy.Server.Api;

/// <summary>An endpoint whose repeat is harmless by itself: it keeps its own answers, or changes nothing.</summary>
internal sealed class IdempotentByItself
{
    public static IdempotentByItself Instance { get; } = new();
}

/// <summary>
/// Every unsafe call carries an Idempotency-Key; a repeat gets the answer of the first time without doing the work again.
/// Only what succeeded is kept: a refusal changed nothing, so a repeat is decided anew.
/// </summary>
internal sealed class IdempotencyFilter(IIdempotencyKeys keys, TimeProvider clock) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    private const int ShortestKey = 16;
    private const int LongestKey = 100;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!ApiPaths.IsUnsafe(http.Request.Method))
            return await next(context);

        var key = http.Request.Headers[Header].ToString();
        if (key.Length is < ShortestKey or > LongestKey || key.Any(letter => letter is <= ' ' or > '~'))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "idempotency-key-missing",
                $"Send the header {Header} with a new random value, a UUID say ({ShortestKey} to {LongestKey} visible ASCII characters); repeat it when you repeat the call.");
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<IdempotentByItself>() is not null)
            return await next(context);

        var owner = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "anonymous";
        var route = $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}";
        var claim = await keys.Claim(owner, route, key, await HashOfBody(http.Request), clock.GetUtcNow());
        return claim switch
        {
            KeyClaim.First => await DoAndKeep(context, next, owner, route, key),
            KeyClaim.Answered answered => new KeptAnswer(answered),
            KeyClaim.InProgress => ApiProblem.Of(StatusCodes.Status409Conflict, "in-progress", "The first call with this key is still being worked on: repeat it in a second."),
            _ => ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "This key came before with another body: send a new key with a new call."),
        };
    }

    private async Task<object?> DoAndKeep(EndpointFilterInvocationContext context, EndpointFilterDelegate next, string owner, string route, string key)
    {
        var http = context.HttpContext;
        var outside = http.Response.Body;
        using var answer = new MemoryStream();
        var kept = false;
        try
        {
            http.Response.Body = answer;
            await AnswerResult.WriteAsync(http, await next(context));
            http.Response.Body = outside;
            if (http.Response.StatusCode < 400)
            {
                await keys.Answer(owner, route, key, http.Response.StatusCode, http.Response.ContentType, answer.ToArray());
                kept = true;
            }
        }
        finally
        {
            http.Response.Body = outside;
            if (!kept)
                await keys.Release(owner, route, key);
        }

        answer.Position = 0;
        await answer.CopyToAsync(outside, http.RequestAborted);
        return Results.Empty;
    }

    /// <summary>The body was read by the binder already; ApiFeature made it readable twice.</summary>
    private static async Task<string> HashOfBody(HttpRequest request)
    {
        request.Body.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted));
    }

    private sealed class KeptAnswer(KeyClaim.Answered answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = answer.Status;
            if (answer.ContentType is { } type)
                httpContext.Response.ContentType = type;
            if (answer.Body.Length > 0)
                await httpContext.Response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }
}
