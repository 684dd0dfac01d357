using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HanoiAcademy.Server.Contributions;

/// <summary>What keeps a file from being taken and is nobody's fault: too many at once, a database that is full. Nothing was kept then, and the answer says so.</summary>
internal sealed class NotKept : IExceptionFilter, IEndpointFilter
{
    public void OnException(ExceptionContext context)
    {
        if (StatusOf(context.Exception) is not { } status)
            return;
        context.HttpContext.Response.Headers.RetryAfter = "60";
        context.Result = new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception e) when (StatusOf(e) is not null)
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return StatusOf(e) == StatusCodes.Status503ServiceUnavailable
                ? ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "too-busy", "Many files are being read at this moment; nothing was kept. Send it again in a minute.")
                : ApiProblem.Of(StatusCodes.Status507InsufficientStorage, "not-saved", "The server's database takes nothing at the moment; nothing was changed. Tell an administrator, and send it again later.");
        }
    }

    private static int? StatusOf(Exception e) => e switch
    {
        TooBusyException => StatusCodes.Status503ServiceUnavailable,
        StorageException => StatusCodes.Status507InsufficientStorage,
        _ => null,
    };
}
