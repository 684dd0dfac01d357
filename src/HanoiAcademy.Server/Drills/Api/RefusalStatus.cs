using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>What the rules or the room refuse, as a status and a ProblemDetails.</summary>
internal static class RefusalStatus
{
    public static IResult Problem(this RefusalTexts texts, HttpContext http, string code, params string[] words)
    {
        return ApiProblem.Of(StatusOf(code), code, texts.Sentence(code, LanguageOf(http), words), new Dictionary<string, object?> { ["words"] = words });
    }

    private static string LanguageOf(HttpContext http) => http.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    public static IResult Problem(this RefusalTexts texts, HttpContext http, Answer answer)
    {
        if (answer.Status == Answer.HeldStatus)
            http.Response.Headers.RetryAfter = "1";
        return texts.Problem(http, answer.Code ?? "other", [.. answer.WordsIn(LanguageOf(http))]);
    }

    private static int StatusOf(string code) => code switch
    {
        "not-allowed" or "not-your-seat" or "not-joined" or "no-guests" or "not-of-this-agency" => StatusCodes.Status403Forbidden,
        "unknown-code" or "not-found" => StatusCodes.Status404NotFound,
        "malformed" => StatusCodes.Status400BadRequest,
        "too-many-attempts" => StatusCodes.Status429TooManyRequests,
        "held" => StatusCodes.Status503ServiceUnavailable,
        _ when code.StartsWith("bad-", StringComparison.Ordinal) || code.StartsWith("unknown-", StringComparison.Ordinal)
            || code.StartsWith("no-such-", StringComparison.Ordinal) => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
