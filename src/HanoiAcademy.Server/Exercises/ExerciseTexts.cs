using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Exercises;

/// <summary>Outcomes in the reader's language.</summary>
internal sealed class ExerciseTexts(RefusalTexts texts)
{
    public ExerciseOutcome Explain(ExerciseOutcome outcome, HttpContext http) => outcome with
    {
        Drills = [.. outcome.Drills.Select(drill => drill.Code is { } code ? drill with { Message = texts.Sentence(code, Language(http), [.. drill.Words]) } : drill)],
    };

    /// <summary>"The exercise was not begun: …", or "… not everywhere: …".</summary>
    public string Sentence(ExerciseOutcome outcome, HttpContext http) =>
        texts.Sentence(CodeOf(outcome), Language(http), string.Join(", ", outcome.NotDone.Select(drill => drill.Name)));

    /// <summary>"Nothing has begun yet: 3 seats in Sundara, …".</summary>
    public string Missing(IReadOnlyList<RollOfDrill> drills, HttpContext http) =>
        texts.Sentence("exercise-missing", Language(http), string.Join(", ", drills.Select(drill => $"{drill.Name} ({drill.Missing.Count()})")));

    public IResult Problem(ExerciseOutcome outcome, HttpContext http) =>
        ApiProblem.Of(StatusCodes.Status409Conflict, CodeOf(outcome), Sentence(outcome, http), new Dictionary<string, object?> { ["drills"] = outcome.Drills });

    private static string CodeOf(ExerciseOutcome outcome) => outcome.IsHeldBack ? "exercise-not-ready" : "exercise-in-part";

    private static string Language(HttpContext http) => http.Features.Get<UiChoice>()?.Language ?? Texts.Source;
}
