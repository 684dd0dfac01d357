using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Drills.Alone;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>Skill of the simulated player who goes on.</summary>
internal sealed record SimulateOrder(string Skill = "steady");

/// <summary>Lists and launches drills, and seats people: what the pages /drills, /join and the lobby do.</summary>
internal static class DrillsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/scenarios", Scenarios).AllowAnonymous()
            .WithSummary("The scenarios that are open; for instructors also those that an agency keeps closed.").Produces<IReadOnlyList<ScenarioSummary>>();

        var closing = api.MapGroup("/scenarios/{scenario}/closing").RequireAuthorization(Policies.Instructor).WithTags("scenarios");
        closing.MapPut("", Close).WithSummary("Keeps a scenario from trainees and strangers: until a drill or an exercise of the agency has ended, until a moment, or until it is opened.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        closing.MapDelete("", Open).WithSummary("Opens a scenario that the agency (its short name; absent: one's first) keeps closed.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);

        var drills = api.MapGroup("/drills").RequireAuthorization(DrillPolicies.AccountOrSeat).WithTags("drills");
        drills.MapGet("", List).RequireAuthorization().WithSummary("The drills the account may see, newest first.").Produces<IReadOnlyList<DrillSummary>>();
        drills.MapPost("", Launch).RequireAuthorization(Policies.Instructor)
            .WithSummary("Launches a drill of a scenario.").Produces<DrillSummary>(StatusCodes.Status201Created);
        drills.MapPost("/{id}/fork", Fork).RequireAuthorization(Policies.Instructor)
            .WithSummary("Makes a new drill of a finished one's past, up to the last row at or before a moment; for those who direct it.")
            .Produces<DrillSummary>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        drills.MapPost("/alone", PlayAlone).RequireAuthorization()
            .WithSummary("A drill of one's own: one sits in the first seat of a role (team.role), simulated players (good, average or poor) in all others. Begin it with start-exercise from that seat.")
            .Produces<DrillSummary>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        drills.MapGet("/{id}", Get).WithSummary("One drill, and the caller's seats in it.").Produces<DrillSummary>();
        drills.MapGet("/{id}/seats", Seats).WithSummary("All seats, and which are taken.").Produces<IReadOnlyList<SeatPlace>>();
        drills.MapDelete("/{id}/seats/{seat}", Release).WithSummary("Frees a seat: one's own, or anybody's as director.").Produces(StatusCodes.Status204NoContent);
        drills.MapPost("/{id}/seats/{seat}/simulated", Simulate)
            .WithSummary("A simulated player of a skill (good, average, poor or steady) goes on in a seat: one's own, or anybody's as director.").Produces(StatusCodes.Status204NoContent);
        drills.MapGet("/{id}/people", People.List).WithSummary("The name shown for each taken seat.").Produces<IReadOnlyDictionary<string, string>>();

        // Joining is how one without an account comes in; attempts are limited in there.
        api.MapPost("/drills/join", Join).AllowAnonymous().WithTags("drills").WithMetadata(IdempotentByItself.Instance) // Its answer holds a word that is kept nowhere.
            .WithSummary("Takes a seat with a join code: the one named, else the first that is free; guests give a name and get a rejoin word, once. With rejoinWord: back to one's seat.")
            .Produces<JoinAnswer>();
    }

    private static async Task<IResult> Scenarios(HttpContext http, ScenarioShelf shelf, CancellationToken cancel) =>
        DrillJsonResult.Of((await shelf.List(Viewer.Of(http.User), cancel)).Select(one => ScenarioSummary.Of(one.Pinned.Scenario, one.Pinned.Scenario.Language, one.IsClosed)).ToList());

    private static async Task<IResult> Close(string scenario, ClosingOrder order, HttpContext http, ScenarioCloser closer, RefusalTexts texts) =>
        await closer.Close(scenario, order, Viewer.Of(http.User)) is { } refusal ? texts.Problem(http, refusal.Code, refusal.Word) : Results.NoContent();

    private static async Task<IResult> Open(string scenario, HttpContext http, ScenarioCloser closer, RefusalTexts texts, string agency = "") =>
        await closer.Open(scenario, agency, Viewer.Of(http.User)) is { } refusal ? texts.Problem(http, refusal.Code, refusal.Word) : Results.NoContent();

    private static async Task<IResult> List(HttpContext http, IDrillCatalog catalog, ISeatingPlan plan, CancellationToken cancel)
    {
        var viewer = Viewer.Of(http.User);
        var seats = (await plan.SeatsOf(viewer.AccountId!, cancel)).ToLookup(holder => holder.DrillId, holder => holder.Seat);
        var drills = await catalog.ListVisibleTo(viewer.AccountId!, cancel);
        return DrillJsonResult.Of(drills.Select(drill => DrillSummary.Of(
            drill,
            seats[drill.Id].FirstOrDefault(seat => !new Actor(seat).IsControl),
            viewer.Holds(Role.Instructor, drill.AgencyId) ? "control.director" : null)).ToList());
    }

    private static async Task<IResult> Launch(LaunchOrder order, HttpContext http, DrillLauncher launcher, LaunchAgency agencies, ScenarioCloser closer, RefusalTexts texts)
    {
        var viewer = Viewer.Of(http.User);
        if (await agencies.Choose(viewer, order.Agency, order.Scenario) is not { } agency)
            return texts.Problem(http, LaunchAgency.Refusal(order.Scenario), order.Agency);
        var launched = await launcher.Launch(order, viewer.AccountId, agency);
        if (order.KeepClosed && launched.Drill is { } closes)
            await closer.CloseUntilEndOf(closes, viewer);
        return launched.Drill is { } drill
            ? Results.Json(DrillSummary.Of(drill, null, "control.director.1"), HanoiAcademy.Drills.Wire.DrillJson.Options, statusCode: StatusCodes.Status201Created)
            : texts.Problem(http, launched.Code!, launched.Word);
    }

    private static async Task<IResult> Fork(string id, ForkOrder order, HttpContext http, DrillAccess access, DrillForker forker, RefusalTexts texts, CancellationToken cancel)
    {
        if (await access.Find(id, http.User, cancel) is not { } caller)
            return Results.NotFound();
        var viewer = Viewer.Of(http.User);
        if (!Access.MayFork(viewer, caller.Drill.AgencyId))
            return texts.Problem(http, "not-allowed");
        var forked = await forker.Fork(caller.Drill, order, viewer.AccountId!);
        return forked.Drill is { } drill
            ? DrillJsonResult.Of(DrillSummary.Of(drill, null, "control.director.1"), StatusCodes.Status201Created)
            : texts.Problem(http, forked.Code!, forked.Word);
    }

    private static async Task<IResult> Get(string id, HttpContext http, DrillAccess access, CancellationToken cancel) =>
        await access.Find(id, http.User, cancel) is { } caller
            ? DrillJsonResult.Of(DrillSummary.Of(caller.Drill, caller.PlayerSeat, caller.ControlSeat))
            : Results.NotFound();

    private static async Task<IResult> Seats(string id, HttpContext http, DrillAccess access, SeatFinder finder, CancellationToken cancel) =>
        await access.Find(id, http.User, cancel) is { } caller ? DrillJsonResult.Of(await finder.Places(caller.Drill, http, caller.MayControl)) : Results.NotFound();

    private static async Task<IResult> Release(string id, string seat, HttpContext http, DrillAccess access, SeatOffice office, RefusalTexts texts, CancellationToken cancel)
    {
        if (await access.Find(id, http.User, cancel) is not { } caller)
            return Results.NotFound();
        if (!caller.IsDirector && caller.PlayerSeat != seat)
            return texts.Problem(http, "not-your-seat");
        var answer = await office.Release(id, seat);
        return answer.Status == Rooms.Answer.AcceptedStatus ? Results.NoContent() : texts.Problem(http, answer);
    }

    private static async Task<IResult> Simulate(string id, string seat, SimulateOrder order, HttpContext http, DrillAccess access, SeatOffice office, RefusalTexts texts, CancellationToken cancel)
    {
        if (await access.Find(id, http.User, cancel) is not { } caller)
            return Results.NotFound();
        if (!caller.IsDirector && caller.PlayerSeat != seat)
            return texts.Problem(http, "not-your-seat");
        var answer = await office.HandOver(id, seat, order.Skill, caller.IsDirector ? caller.ControlSeat! : seat);
        return answer.Status == Rooms.Answer.AcceptedStatus ? Results.NoContent() : texts.Problem(http, answer);
    }

    private static async Task<IResult> PlayAlone(AloneOrder order, HttpContext http, AloneLauncher launcher, RefusalTexts texts)
    {
        var launched = await launcher.Launch(order, Viewer.Of(http.User));
        return launched.Drill is { } drill
            ? DrillJsonResult.Of(DrillSummary.Of(drill, $"{order.Role}.1"), StatusCodes.Status201Created)
            : texts.Problem(http, launched.Code!, launched.Word);
    }

    private static async Task<IResult> Join(JoinOrder order, HttpContext http, JoinDesk desk, RefusalTexts texts)
    {
        var answer = await desk.Join(order, http);
        return answer.Code is { } code ? texts.Problem(http, code, answer.Words) : DrillJsonResult.Of(new JoinAnswer(answer.Drill!.Id, answer.Seat!, answer.RejoinWord));
    }
}
