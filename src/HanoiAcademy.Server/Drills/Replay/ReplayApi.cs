using System.Collections.Immutable;
using System.Net.Mime;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;
using Microsoft.Net.Http.Headers;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>A drill looked back upon: its index, its parts, what is worth going to, and the files that were seen. Only ever what the seat saw.</summary>
internal static class ReplayApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var replay = api.MapGroup("/drills/{id}/replay").RequireAuthorization(DrillPolicies.AccountOrSeat).WithTags("replay");
        replay.MapGet("", Index).WithSummary("What a replay starts from; seat: through whose eyes, else one's own.").Produces<ReplayIndex>().ProducesProblem(StatusCodes.Status409Conflict);
        replay.MapGet("/parts/{n:int}", Part).WithSummary("One part: the seat's view whole, then what changed of it, moment by moment. Asked for again it is answered 304 by its ETag.");
        replay.MapGet("/marks", Marks).WithSummary("What is worth going to, as far as the seat saw it.").Produces<ImmutableArray<ReplayMark>>();
        replay.MapPost("/fork", Fork).RequireAuthorization().WithSummary("A drill of its own from a moment of this one: with people for its directors, alone (a role) for who may see all of it.")
            .Produces<Forked>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        replay.MapGet("/evidence/{evidence}", Evidence).WithSummary("The file of an evidence item that the seat saw at some moment.").Produces<byte[]>(contentType: MediaTypeNames.Application.Octet);
    }

    private static async Task<IResult> Index(string id, HttpContext http, DrillAccess access, ReplayDesk desk, RefusalTexts texts, string? seat = null, string? language = null)
    {
        var (caller, reel, seats, refused) = await Open(id, http, access, desk, texts, seat, language);
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return refused ?? DrillJsonResult.Of(ReplayIndex.Of(caller!.Drill, reel!, seats));
    }

    private static async Task<IResult> Part(string id, int n, HttpContext http, DrillAccess access, ReplayDesk desk, ReplayParts parts, RefusalTexts texts, string? seat = null, string? language = null)
    {
        var (caller, reel, _, refused) = await Open(id, http, access, desk, texts, seat, language);
        if (refused is not null)
            return refused;
        if (n < 0 || n >= reel!.Stretches.Length)
            return Results.NotFound();
        var part = parts.Of(caller!.Drill.Id, reel, n);
        // The next person at this machine may sit elsewhere: what lies in the browser is asked about each time, and that question is one for whoever asks it.
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        http.Response.Headers[HeaderNames.ETag] = part.Tag;
        http.Response.Headers[HeaderNames.Vary] = $"{HeaderNames.AcceptEncoding}, {HeaderNames.Cookie}";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == part.Tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        if (!http.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "gzip" && encoding.Quality is null or > 0))
            return Results.Stream(new System.IO.Compression.GZipStream(new MemoryStream(part.Gzip), System.IO.Compression.CompressionMode.Decompress), "application/json; charset=utf-8");
        http.Response.Headers[HeaderNames.ContentEncoding] = "gzip";
        return Results.Bytes(part.Gzip, "application/json; charset=utf-8");
    }

    private static async Task<IResult> Marks(string id, HttpContext http, DrillAccess access, ReplayDesk desk, ReplayMarks marks, RefusalTexts texts, string? seat = null, string? language = null)
    {
        var (caller, reel, _, refused) = await Open(id, http, access, desk, texts, seat, language);
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return refused ?? DrillJsonResult.Of(marks.Of(caller!.Drill.Id, reel!));
    }

    private static async Task<IResult> Fork(string id, ForkOrder order, HttpContext http, DrillAccess access, ReplayFork fork, RefusalTexts texts, CancellationToken cancel)
    {
        if (await access.Find(id, http.User, cancel) is not { } caller)
            return Results.NotFound();
        return await fork.Fork(caller, Viewer.Of(http.User), order, cancel) switch
        {
            null => texts.Problem(http, caller.Drill.Status == DrillStatus.Ended ? "not-allowed" : "not-ended"),
            { Drill: { } drill } => DrillJsonResult.Of(new Forked(drill.IsAlone ? $"/drills/{drill.Id}" : $"/drills/{drill.Id}/control"), StatusCodes.Status201Created),
            var refused => texts.Problem(http, refused.Code!, refused.Word),
        };
    }

    /// <summary>The view decides here too: a file that it never showed is not there.</summary>
    private static async Task<IResult> Evidence(string id, string evidence, HttpContext http, DrillAccess access, ReplayDesk desk, RefusalTexts texts, string? seat = null)
    {
        var (_, reel, _, refused) = await Open(id, http, access, desk, texts, seat, Texts.Source);
        if (refused is not null)
            return refused;
        var item = reel!.Recording.Scenario.Evidence.FirstOrDefault(one => one.Id == evidence);
        if (item is null || !WasSeen(reel, $"evidence:{evidence}"))
            return Results.NotFound();
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; sandbox";
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.File(Convert.FromBase64String(item.Content), $"{item.MediaType}; charset=utf-8", item.FileName);
    }

    private static bool WasSeen(Reel reel, string key) =>
        reel.Stretches.Any(stretch => View.Of(stretch.Before, reel.Recording.Scenario, reel.Team).ContainsKey(key)) || View.Of(reel.Recording.Last, reel.Recording.Scenario, reel.Team).ContainsKey(key);

    private static async Task<(DrillCaller? Caller, Reel? Reel, IReadOnlyList<string> Seats, IResult? Refused)> Open(
        string id, HttpContext http, DrillAccess access, ReplayDesk desk, RefusalTexts texts, string? seat, string? language)
    {
        if (await access.Find(id, http.User, http.RequestAborted) is not { } caller)
            return (null, null, [], Results.NotFound());
        var (reel, seats, not) = await desk.Open(caller, seat, language ?? http.Features.Get<UiChoice>()?.Language ?? Texts.Source, http.RequestAborted);
        return (caller, reel, seats, not is null ? null : not.Code is null ? Results.NotFound() : texts.Problem(http, not.Code));
    }
}
