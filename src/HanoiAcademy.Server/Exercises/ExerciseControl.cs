using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>
/// Does one thing to all drills of an exercise, through the same rooms as everybody: a drill is begun by its own log, so a press can be repeated, two people
/// may press at once, and a node that dies half-way leaves each drill begun or not, and the answer says which.
/// </summary>
internal sealed class ExerciseControl(IExercises exercises, IDrillRooms rooms, DrillAccess access, TimeProvider time, ILogger<ExerciseControl> logger)
{
    private const int MostTries = 5;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <param name="key">With the act's name the command's id in every drill: a repeat with the same one is done in those alone that did not hear the first, and another act of one page is no repeat.</param>
    /// <param name="anyway">Those that are there begin without the others.</param>
    public async Task<ExerciseOutcome> Do(ExerciseEntry exercise, ExerciseAct act, ClaimsPrincipal user, string key, bool anyway)
    {
        var drills = await exercises.Drills(exercise.Id);
        var glances = await Task.WhenAll(drills.Select(drill => Look(drill)));
        var outcomes = drills.Select((drill, n) => Before(exercise, act, drill, glances[n])).ToList();
        if (act.Together && !anyway && outcomes.Exists(known => known?.Result == DrillOutcome.NotDone))
            return new ExerciseOutcome(act.Name, [.. outcomes.OfType<DrillOutcome>().Where(known => known.Result == DrillOutcome.NotDone)], IsHeldBack: true);

        // Whose seat presses is found out first, so that the commands themselves leave together.
        var seats = new List<string?>();
        foreach (var drill in drills)
            seats.Add(outcomes[seats.Count] is null ? (await access.Find(drill.Id, user))?.ControlSeat : null);
        var moment = time.GetUtcNow();
        var all = await Task.WhenAll(drills.Select((drill, n) => outcomes[n] is { } known ? Task.FromResult(known) : Press(exercise, act, drill, seats[n], key)));
        if (act == ExerciseAct.Start && all.Any(drill => drill.Result == DrillOutcome.Done))
            await exercises.NoteStart(exercise.Id, moment);
        return new ExerciseOutcome(act.Name, [.. all]);
    }

    /// <summary>How a drill stands; null when it cannot be reached.</summary>
    public async Task<Glance?> Look(DrillEntry drill)
    {
        try
        {
            return await rooms.Glance(drill.Id);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "Drill {Drill} cannot be looked at.", drill.Id);
            return null;
        }
    }

    /// <summary>What is known before anything is sent; null: it is to be sent.</summary>
    private static DrillOutcome? Before(ExerciseEntry exercise, ExerciseAct act, DrillEntry drill, Glance? glance) => glance switch
    {
        null => act.Together ? NotDone(exercise, drill, "drill-not-reached") : null,
        _ when act.HasHappened(glance) => Of(exercise, drill, DrillOutcome.Already),
        { Status: "ended" } => Of(exercise, drill, DrillOutcome.Over),
        { Status: "stopped" } when act.Together => NotDone(exercise, drill, "stopped"),
        _ => null,
    };

    /// <summary>A key may be as long as an id; with the act's name it would be longer than a row holds.</summary>
    private static string IdOf(ExerciseAct act, string key) =>
        $"{act.Name}-{key}" is { Length: <= 100 } id ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{act.Name}-{key}")));

    /// <summary>Sends one drill something that may come again and then counts once.</summary>
    public async Task<DrillOutcome> Tell(ExerciseEntry exercise, DrillEntry drill, string seat, string id, Command command)
    {
        if (seat.Length == 0)
            return NotDone(exercise, drill, "not-allowed");
        try
        {
            var answer = await Send(drill, new Envelope(id, seat, command));
            return answer.Status == Answer.AcceptedStatus ? Of(exercise, drill, DrillOutcome.Done) : NotDone(exercise, drill, answer.Code ?? "other") with { Words = answer.Words.IsDefault ? [] : answer.Words };
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "Drill {Drill} did not answer to {Command}.", drill.Id, command.GetType().Name);
            return NotDone(exercise, drill, "drill-not-reached");
        }
    }

    private async Task<DrillOutcome> Press(ExerciseEntry exercise, ExerciseAct act, DrillEntry drill, string? seat, string key)
    {
        if (seat is null)
            return NotDone(exercise, drill, "not-allowed");
        try
        {
            var answer = await Send(drill, new Envelope(IdOf(act, key), seat, act.Command));
            if (answer.Status == Answer.AcceptedStatus)
                return Of(exercise, drill, DrillOutcome.Done);

            // Somebody else may have pressed in the meantime.
            return answer.Status == Answer.RefusedStatus && await Look(drill) is { } now && act.HasHappened(now)
                ? Of(exercise, drill, DrillOutcome.Already)
                : NotDone(exercise, drill, answer.Code ?? "other") with { Words = answer.Words.IsDefault ? [] : answer.Words };
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "Drill {Drill} did not answer to {Act}.", drill.Id, act.Name);
            return NotDone(exercise, drill, "drill-not-reached");
        }
    }

    private async Task<Answer> Send(DrillEntry drill, Envelope envelope)
    {
        for (var n = 1; ; n++)
        {
            var answer = await rooms.Send(drill.Id, envelope);
            if (answer.Status != Answer.AgainStatus || n == MostTries)
                return answer;
            await Task.Delay(BetweenTries, time);
        }
    }

    public static DrillOutcome Of(ExerciseEntry exercise, DrillEntry drill, string result) => new(drill.Id, ExerciseLauncher.NameOf(exercise, drill), result);

    public static DrillOutcome NotDone(ExerciseEntry exercise, DrillEntry drill, string code) => Of(exercise, drill, DrillOutcome.NotDone) with { Code = code };
}
