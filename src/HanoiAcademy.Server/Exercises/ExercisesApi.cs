using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Exercises;

/// <summary>Act: start, pause, resume, stop (for a real event) or end. Anyway: those that are there begin without the others.</summary>
internal sealed record ActOrder(string Act = "", bool Anyway = false);

internal sealed record AppointOrder(string Drill = "", string UserName = "");

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
        exercises.MapGet("/{id}/wall", Wall).WithSummary("The same as of at most two seconds ago, for who asks again and again.").Produces<ExerciseStatus>();
        exercises.MapGet("/{id}/roll", Roll).WithSummary("Who has come to each drill, who is ready, and each seat's last test of its link.").Produces<IReadOnlyList<RollOfDrill>>();
        exercises.MapGet("/{id}/broadcasts", Broadcasts).WithSummary("What was told to all drills, newest first, and which of them it reached.").Produces<IReadOnlyList<SentBroadcast>>();
        exercises.MapPost("/{id}/broadcasts", Broadcast).WithMetadata(IdempotentByItself.Instance) // The message's id in every drill is made from the key.
            .WithSummary("Tells all drills something, each once, however often it is repeated with the same Idempotency-Key. Where it did not reach all, 409 names those; they are tried again for ten minutes.")
            .Produces<ExerciseOutcome>().ProducesProblem(StatusCodes.Status409Conflict);
        exercises.MapGet("/{id}/controllers", Controllers).WithSummary("The local controllers of each drill.").Produces<IReadOnlyList<LocalController>>();
        exercises.MapPost("/{id}/controllers", Appoint).WithSummary("Makes an account of an agency in a drill a local controller there: it sees and steers that drill and no other.")
            .Produces<IReadOnlyList<LocalController>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        exercises.MapDelete("/{id}/controllers/{drill}/{account}", Dismiss).WithSummary("Takes a local controller's part from him.").Produces(StatusCodes.Status204NoContent);
        exercises.MapGet("/{id}/comparison", Compare).WithSummary("All that can be compared once every drill that began has ended; for directors.").Produces<ComparisonView>().ProducesProblem(StatusCodes.Status409Conflict);

        var drills = api.MapGroup("/drills/{id}").RequireAuthorization(DrillPolicies.AccountOrSeat).WithTags("exercises");
        drills.MapGet("/comparison", CompareOwn).WithSummary("What was agreed at launch that this drill's people see of the other drills of its exercise.").Produces<ComparisonView>().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Wall(string id, HttpContext http, ExerciseDesk desk, ExerciseWall wall, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await desk.Find(id, http.User, cancel) is { } exercise ? DrillJsonResult.Of(await wall.Status(exercise)) : Results.NotFound();
    }

    private static async Task<IResult> Roll(string id, HttpContext http, ExerciseDesk desk, RollBook rolls, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await desk.Find(id, http.User, cancel) is { } exercise ? DrillJsonResult.Of(await rolls.Of(exercise, LanguageOf(http), cancel)) : Results.NotFound();
    }

    private static async Task<IResult> Broadcasts(string id, HttpContext http, ExerciseDesk desk, BroadcastList sent, CancellationToken cancel) =>
        await desk.Find(id, http.User, cancel) is { } exercise ? DrillJsonResult.Of(await sent.Of(exercise, cancel)) : Results.NotFound();

    private static async Task<IResult> Broadcast(string id, BroadcastOrder order, HttpContext http, ExerciseDesk desk, BroadcastPost post, ExerciseTexts said, RefusalTexts texts, IStringLocalizer words, CancellationToken cancel)
    {
        if (await desk.Find(id, http.User, cancel) is not { } exercise)
            return Results.NotFound();
        if (BroadcastPost.Wrong(order) is { } wrong)
            return texts.Problem(http, wrong.Code, wrong.Word);
        if (await post.Send(exercise, order, words["exercises.broadcast.from"], http.User, http.Request.Headers[IdempotencyFilter.Header].ToString()) is not { } sent)
            return ApiProblem.Of(StatusCodes.Status409Conflict, "key-used", texts.Sentence("key-used", LanguageOf(http)));
        var outcome = said.Explain(sent, http);
        return outcome.IsWhole ? DrillJsonResult.Of(outcome) : said.Problem(outcome, http);
    }

    private static async Task<IResult> Controllers(string id, HttpContext http, ExerciseDesk desk, LocalControllers local, CancellationToken cancel) =>
        await desk.Find(id, http.User, cancel) is { } exercise ? DrillJsonResult.Of(await local.Of(exercise, cancel)) : Results.NotFound();

    private static async Task<IResult> Appoint(string id, AppointOrder order, HttpContext http, ExerciseDesk desk, LocalControllers local, RefusalTexts texts, CancellationToken cancel)
    {
        if (await desk.Find(id, http.User, cancel) is not { } exercise)
            return Results.NotFound();
        return await local.Appoint(exercise, order.Drill, order.UserName, Viewer.Of(http.User).AccountId!, cancel) is { } code
            ? texts.Problem(http, code, order.UserName) : DrillJsonResult.Of(await local.Of(exercise, cancel));
    }

    private static async Task<IResult> Dismiss(string id, string drill, string account, HttpContext http, ExerciseDesk desk, LocalControllers local, CancellationToken cancel) =>
        await desk.Find(id, http.User, cancel) is { } exercise && await local.Dismiss(exercise, drill, account, cancel) ? Results.NoContent() : Results.NotFound();

    private static async Task<IResult> Compare(string id, HttpContext http, ExerciseDesk desk, ComparisonDesk comparison, RefusalTexts texts, CancellationToken cancel) =>
        await desk.Find(id, http.User, cancel) is null ? Results.NotFound() : Answer(await comparison.Of(id, null, LanguageOf(http), cancel), http, texts);

    private static async Task<IResult> CompareOwn(string id, HttpContext http, DrillAccess access, ComparisonDesk comparison, RefusalTexts texts, CancellationToken cancel) =>
        await access.Find(id, http.User, cancel) is { Drill.ExerciseId: { } exercise } caller ? Answer(await comparison.Of(exercise, caller, LanguageOf(http), cancel), http, texts) : Results.NotFound();

    private static IResult Answer(Compared? compared, HttpContext http, RefusalTexts texts)
    {
        http.Response.Headers.CacheControl = "no-store";
        return compared is null ? Results.NotFound() : compared.View is { } view ? DrillJsonResult.Of(view) : texts.Problem(http, "not-ended");
    }

    private static string LanguageOf(HttpContext http) => http.Features.Get<UiChoice>()?.Language ?? Texts.Source;

    private static async Task<IResult> List(HttpContext http, IExercises exercises, CancellationToken cancel) =>
        DrillJsonResult.Of((await exercises.ListVisibleTo(Viewer.Of(http.User).AccountId!, cancel)).Select(ExerciseSummary.Of).ToList());

    private static async Task<IResult> Launch(ExerciseOrder order, HttpContext http, ExerciseLauncher launcher, ExerciseDesk desk, LaunchAgency agencies, ScenarioCloser closer, RefusalTexts texts, CancellationToken cancel)
    {
        var viewer = Viewer.Of(http.User);
        if (await agencies.Choose(viewer, order.Agency, order.Scenario) is not { } agency)
            return texts.Problem(http, LaunchAgency.Refusal(order.Scenario), order.Agency);
        var launched = await launcher.Launch(order, viewer.AccountId!, agency);
        if (order.KeepClosed && launched.Exercise is { } closes)
            await closer.CloseUntilEndOf(closes, viewer);
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
