namespace HanoiAcademy.Server.Api;

/// <summary>Writes what a handler returned as the framework would, but where and when we say.</summary>
internal static class AnswerResult
{
    public static Task WriteAsync(HttpContext http, object? returned) => returned switch
    {
        null => Task.CompletedTask,
        IResult result => result.ExecuteAsync(http),
        string text => http.Response.WriteAsync(text, http.RequestAborted),
        _ => http.Response.WriteAsJsonAsync(returned, returned.GetType(), http.RequestAborted),
    };
}
