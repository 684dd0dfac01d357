using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using Text = HanoiAcademy.Drills.Scenarios.Text;

namespace HanoiAcademy.Server.Exercises;

/// <summary>What a director wants to tell all drills. Language: of the words; Attention: normal or urgent.</summary>
internal sealed record BroadcastOrder(string Subject = "", string Body = "", string Attention = "normal", string Language = "en");

/// <summary>
/// Sends a message to all drills. It is kept before it leaves, with everybody whom it goes to; in a drill its id stands in the log. So a second press, another node
/// that takes over and a lost answer all lead to one delivery each, and what a dead node left undone is done by the next look at the list.
/// </summary>
internal sealed class BroadcastPost(IExercises exercises, IExerciseBroadcasts broadcasts, ExerciseControl control, DrillAccess access, TimeProvider time, ILogger<BroadcastPost> logger)
{
    /// <summary>A message that comes later than this does more harm than none.</summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromMinutes(10);
    private const int MostSubject = 200;
    private const string Ended = "drill-ended";

    /// <summary>What is wrong with an order; null: nothing.</summary>
    public static (string Code, string Word)? Wrong(BroadcastOrder order) =>
        string.IsNullOrWhiteSpace(order.Subject) || string.IsNullOrWhiteSpace(order.Body) ? ("empty-message", "")
        : order.Subject.Length > MostSubject || order.Body.Length > 4_000 || order.Language.Length is 0 or > 35 ? ("too-long", "")
        : order.Attention is not ("normal" or "urgent") ? ("bad-choice", "normal, urgent")
        : null;

    /// <param name="from">Who the players read that it is from, in the order's language.</param>
    /// <returns>Null when its key was used for other words before.</returns>
    public async Task<ExerciseOutcome?> Send(ExerciseEntry exercise, BroadcastOrder order, string from, ClaimsPrincipal user, string key)
    {
        var command = new Broadcast(IdOf(exercise, key), Text.Of(order.Language, order.Subject.Trim()), Text.Of(order.Language, order.Body.Trim()), order.Attention, Text.Of(order.Language, from));
        var broadcast = new ExerciseBroadcast
        {
            ExerciseId = exercise.Id,
            Id = command.Inject,
            Words = Encoding.UTF8.GetString(DrillJson.ToBytes<Command>(command)),
            CreatedBy = Viewer.Of(user).AccountId,
            CreatedWall = time.GetUtcNow(),
        };
        var receivers = new List<BroadcastDrill>();
        foreach (var drill in await exercises.Drills(exercise.Id))
            receivers.Add(new BroadcastDrill
            {
                ExerciseId = exercise.Id,
                BroadcastId = command.Inject,
                DrillId = drill.Id,
                Seat = (await access.Find(drill.Id, user))?.ControlSeat ?? "",
            });
        return await broadcasts.Keep(broadcast, receivers) ? await Deliver(exercise, broadcast, given: BroadcastStatus.GivenUp) : null;
    }

    /// <summary>To all whom it has not reached; safe to call at any time, by anybody.</summary>
    /// <param name="given">Besides those that wait: a director presses again for those that were given up.</param>
    public async Task<ExerciseOutcome> Deliver(ExerciseEntry exercise, ExerciseBroadcast broadcast, string? given = null)
    {
        var drills = (await exercises.Drills(exercise.Id)).ToDictionary(drill => drill.Id, StringComparer.Ordinal);
        var command = DrillJson.Read<Command>(Encoding.UTF8.GetBytes(broadcast.Words));
        var receivers = (await broadcasts.Drills(exercise.Id)).Where(one => one.BroadcastId == broadcast.Id && drills.ContainsKey(one.DrillId));
        return new ExerciseOutcome("broadcast", [.. (await Task.WhenAll(receivers.Select(receiver => One(exercise, broadcast, receiver, drills[receiver.DrillId], command, given)))).OrderBy(outcome => drills[outcome.Drill].CreatedWall)]);
    }

    private async Task<DrillOutcome> One(ExerciseEntry exercise, ExerciseBroadcast broadcast, BroadcastDrill receiver, DrillEntry drill, Command command, string? given)
    {
        if (receiver.Status != BroadcastStatus.Waiting && receiver.Status != given)
            return receiver.Status == BroadcastStatus.Delivered ? ExerciseControl.Of(exercise, drill, DrillOutcome.Already)
                : receiver.Code == Ended ? ExerciseControl.Of(exercise, drill, DrillOutcome.Over)
                : ExerciseControl.NotDone(exercise, drill, receiver.Code ?? "drill-not-reached");
        var outcome = await control.Tell(exercise, drill, receiver.Seat, broadcast.Id, command);
        var status = outcome.Result != DrillOutcome.NotDone ? BroadcastStatus.Delivered
            : outcome.Code is "drill-not-reached" or "again" or "held" or "catching-up" ? time.GetUtcNow() - broadcast.CreatedWall > TooLate ? BroadcastStatus.GivenUp : null
            : BroadcastStatus.Refused;
        if (status is not null)
            await broadcasts.Note(exercise.Id, broadcast.Id, drill.Id, status, outcome.Code);
        else
            logger.LogWarning("Broadcast {Broadcast} has not reached drill {Drill}: {Code}. It will be tried again.", broadcast.Id, drill.Id, outcome.Code);
        return outcome.Code == Ended ? ExerciseControl.Of(exercise, drill, DrillOutcome.Over) : outcome;
    }

    /// <summary>The same key in the same exercise is the same message; in another it is another.</summary>
    private static string IdOf(ExerciseEntry exercise, string key) =>
        $"x-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{exercise.Id}|{key}")))[..24]}";
}
