using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>A person's data as a file to keep, for a page or a call.</summary>
internal sealed class PersonalFile(Func<Stream, CancellationToken, Task> write) : IResult, IActionResult
{
    public PersonalFile(PersonalExport export, string accountId)
        : this((to, cancel) => export.Write(accountId, to, cancel))
    {
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentDisposition = "attachment; filename=\"my-data.json\"";
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await write(httpContext.Response.Body, httpContext.RequestAborted);
    }

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);
}
