using HanoiAcademy.Server.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace HanoiAcademy.Server.Api;

/// <summary>
/// A browser sends its cookies whoever asks it to, so every unsafe call without a bearer token must prove that it comes from
/// a page of ours.
/// </summary>
internal sealed class RequestTokenFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (ApiPaths.IsUnsafe(http.Request.Method) && !ApiTokenAuthentication.IsFor(http)
            && !await antiforgery.IsRequestValidAsync(http))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "request-token-missing",
                $"Send the request token of GET {ApiPaths.Root}/session in the header {Security.SecurityFeature.RequestTokenHeader}.");
        }

        return await next(context);
    }
}
