using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>Act: start, pause, resume, stop (for a real event) or end. Anyway: those that are there begin without the others.</summary>
internal sealed record ActOrder(string Act = "", bool Anyway = false);

/// <summary>Several drills of one scenario under one StartEx: what the pages /exercises do.</summary>
internal static class ExercisesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var exercises = api.MapGroup("/exercises").RequireAuthorization(Policies.Instructor).WithTags("exercises");
        exercises.MapGet("", List).WithSummary("The exercises of the agencies one instructs in, newest first.").Produces<IReadOnlyList<ExerciseSummary>>();
        exercises.MapPost("", Launch).WithSummary("Launches 1 to 40 drills of one scenario, pinned once and with one seed for all; all of them or none.")
            .Produces<ExerciseStatus>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        exercises.MapGet("/{id}", Get).WithSummary("How all drills of an exercise stand.").Produces<ExerciseStatus>();
        exercises.MapPost("/{id}/acts", Act).WithMetadata(IdempotentByItself.Instance) // The key is the command's id in every drill: a log holds it once.
            .WithSummary("Starts, pauses, resumes, stops or ends all drills; a repeat with the same Idempotency-Key is done in those alone that did not hear the first. Where not all followed, 409 names those that did not.")
            .Produces<ExerciseOutcome>().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(HttpContext http, IExercises exercises, CancellationToken cancel) =>
        DrillJsonResult.Of((await exercises.ListVisibleTo(Viewer.Of(http.User).AccountId!, cancel)).Select(ExerciseSummary.Of).ToList());

    private static async Task<IResult> Launch(ExerciseOrder order, HttpContext http, ExerciseLauncher launcher, ExerciseDesk desk, LaunchAgency agencies, RefusalTexts texts, CancellationToken cancel)
    {
        var viewer = Viewer.Of(http.User);
        if (await agencies.Choose(viewer, order.Agency) is not { } agency)
            return texts.Problem(http, "not-of-this-agency", order.Agency);
        var launched = await launcher.Launch(order, viewer.AccountId!, agency);
        return launched.Exercise is { } exercise
            ? DrillJsonResult.Of(await desk.Status(exercise, cancel), StatusCodes.Status201Created)
            : texts.Problem(http, launched.Refusal!.Code, launched.Refusal.Word);
    }

    private static async Task<IResult> Get(string id, HttpContext http, ExerciseDesk desk, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await desk.Find(id, http.User, cancel) is { } exercise ? DrillJsonResult.Of(await desk.Status(exercise, cancel)) : Results.NotFound();
    }

    private static async Task<IResult> Act(string id, ActOrder order, HttpContext http, ExerciseDesk desk, ExerciseControl control, ExerciseTexts said, RefusalTexts texts, CancellationToken cancel)
    {
        if (await desk.Find(id, http.User, cancel) is not { } exercise)
            return Results.NotFound();
        if (ExerciseAct.Find(order.Act) is not { } act)
            return texts.Problem(http, "bad-act", string.Join(", ", ExerciseAct.All.Select(one => one.Name)));
        var outcome = said.Explain(await control.Do(exercise, act, http.User, http.Request.Headers[IdempotencyFilter.Header].ToString(), order.Anyway), http);
        return outcome.IsWhole ? DrillJsonResult.Of(outcome) : said.Problem(outcome, http);
    }
}
