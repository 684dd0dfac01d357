using System.Net.Mime;
using System.Text.Json;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Drills.Live;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>Body of a command: as on the hub, with the id in the Idempotency-Key.</summary>
internal sealed record CommandBody(JsonElement Command);

/// <summary>The room without a live line: the first load, links on which none stands, and scripts.</summary>
internal static class RoomApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var room = api.MapGroup("/drills/{id}").RequireAuthorization(DrillPolicies.AccountOrSeat).WithTags("room");
        room.MapGet("/view", View).WithSummary("All that the caller's seat may see, both streams whole; asControl for a controller who also has a seat; looksAt for a controller who reads what a player's seat reads.").Produces<RoomView>();
        room.MapPost("/commands", Send).WithMetadata(IdempotentByItself.Instance)
            .WithSummary("Sends a command; the Idempotency-Key is its id.").Produces<Answer>().ProducesProblem(StatusCodes.Status409Conflict);
        room.MapDelete("/commands/{commandId}", Undo).WithMetadata(IdempotentByItself.Instance)
            .WithSummary("Takes back a command whose undo window is open.").Produces<UndoAnswer>();
        room.MapGet("/report", Report).WithSummary("What happened, from the log alone; for players once the drill has ended.").Produces<DrillReport>().ProducesProblem(StatusCodes.Status409Conflict);
        room.MapGet("/evidence/{evidence}", Evidence).WithSummary("The file of an evidence item that the caller's view shows.").Produces<byte[]>(contentType: MediaTypeNames.Application.Octet);
    }

    private static async Task<IResult> View(string id, HttpContext http, DrillAccess access, SeatOffice seats, IDrillRooms rooms, LaunchedScenarios scenarios, string? language = null, bool asControl = false, string? looksAt = null)
    {
        if (await access.Find(id, http.User, http.RequestAborted) is not { } caller)
            return Results.NotFound();
        if (looksAt is not null && !caller.MayLookAt(looksAt, await scenarios.Get(caller.Drill.ContentSha256, http.RequestAborted)))
            return Results.NotFound();
        var seat = looksAt is null ? caller.Seat(asControl) : caller.ControlSeat!;
        await seats.Confirm(id, seat);
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return DrillJsonResult.Of(await rooms.View(id, new ViewAsk(seat, language ?? http.Features.Get<UiChoice>()?.Language ?? Texts.Source, LooksAt: looksAt)));
    }

    private static async Task<IResult> Send(
        string id, CommandBody body, HttpContext http, DrillAccess access, SeatOffice seats, SeatNames names, IDrillRooms rooms, RefusalTexts texts, bool asControl = false)
    {
        if (await access.Find(id, http.User, http.RequestAborted) is not { } caller)
            return Results.NotFound();
        var (command, refused) = CommandReader.Read(http.Request.Headers[IdempotencyFilter.Header].ToString(), body.Command);
        if (refused is not null)
            return texts.Problem(http, refused);
        var seat = caller.Seat(asControl);
        var answer = await rooms.Send(id, new Envelope(http.Request.Headers[IdempotencyFilter.Header].ToString(), seat, command!));
        await seats.Follow(id, seat, command!, answer);
        return answer.Code is null ? DrillJsonResult.Of(answer) : texts.Problem(http, await names.Into(id, answer));
    }

    private static async Task<IResult> Undo(string id, string commandId, HttpContext http, DrillAccess access, IDrillRooms rooms, bool asControl = false) =>
        await access.Find(id, http.User, http.RequestAborted) is { } caller
            ? DrillJsonResult.Of(new UndoAnswer(await rooms.Undo(id, caller.Seat(asControl), commandId)))
            : Results.NotFound();

    private static async Task<IResult> Report(string id, HttpContext http, DrillAccess access, DrillReports reports, RefusalTexts texts, string? language = null)
    {
        if (await access.Find(id, http.User, http.RequestAborted) is not { } caller)
            return Results.NotFound();
        var report = await reports.For(caller, language ?? http.Features.Get<UiChoice>()?.Language ?? Texts.Source, http.RequestAborted);
        return report is null ? texts.Problem(http, "not-ended") : DrillJsonResult.Of(report);
    }

    /// <summary>The view decides here too: a file that it does not show is not there.</summary>
    private static async Task<IResult> Evidence(
        string id, string evidence, HttpContext http, DrillAccess access, IDrillRooms rooms, LaunchedScenarios scenarios, bool asControl = false)
    {
        if (await access.Find(id, http.User, http.RequestAborted) is not { } caller)
            return Results.NotFound();
        var view = await rooms.View(id, new ViewAsk(caller.Seat(asControl), Texts.Source));
        using var records = JsonDocument.Parse(view.Team.Records!.Value.Utf8);
        var item = (await scenarios.Get(caller.Drill.ContentSha256, http.RequestAborted)).Evidence.FirstOrDefault(e => e.Id == evidence);
        if (item is null || !records.RootElement.TryGetProperty($"evidence:{evidence}", out _))
            return Results.NotFound();

        // Authored by somebody, opened by somebody else: never rendered in this site's origin.
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; sandbox";
        http.Response.Headers[HeaderNames.CacheControl] = "no-store"; // The next person at this machine may sit elsewhere.
        return Results.File(Convert.FromBase64String(item.Content), $"{item.MediaType}; charset=utf-8", item.FileName);
    }
}
