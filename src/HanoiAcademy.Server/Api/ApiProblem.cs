using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace HanoiAcademy.Server.Api;

/// <summary>Errors of the API: ProblemDetails with a code that a script may rely on; title and detail are for people.</summary>
public static class ApiProblem
{
    private const string CodeName = "code";

    public static ProblemHttpResult Of(int status, string code, string detail, IReadOnlyDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?>(more ?? new Dictionary<string, object?>()) { [CodeName] = code };
        return TypedResults.Problem(detail, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), extensions: extensions);
    }

    /// <summary>For an answer that the framework ended with a bare status.</summary>
    public static ProblemHttpResult OfStatus(int status)
    {
        var (code, detail) = status switch
        {
            400 => ("malformed", "The request cannot be read: check its body against /openapi/v1.json."),
            401 => ("not-signed-in", "Sign in, or send an API token as Authorization: Bearer."),
            403 => ("not-allowed", "This account may not do that."),
            404 => ("not-found", "There is nothing here, or nothing that this account may see."),
            405 => ("wrong-method", "This address does not take that method."),
            413 => ("too-large", "The body is larger than this site takes."),
            415 => ("wrong-media-type", "Send the body as application/json."),
            429 => ("too-many-attempts", "Too many attempts: wait a few minutes."),
            _ when status >= 500 => ("broken", "Something broke on the server; repeat the request with the same Idempotency-Key. The server's log knows more."),
            _ => ("refused", ReasonPhrases.GetReasonPhrase(status)),
        };
        return Of(status, code, detail);
    }
}
