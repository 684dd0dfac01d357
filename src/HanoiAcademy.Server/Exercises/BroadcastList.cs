using System.Text;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>A broadcast as its exercise's directors see it. Who: the name of who sent it. Drills: what came of it in each.</summary>
internal sealed record SentBroadcast(string Id, string Subject, string Body, string Attention, string? Who, DateTimeOffset Sent, IReadOnlyList<SentTo> Drills);

/// <summary>Status: waiting, delivered, refused, given-up.</summary>
internal sealed record SentTo(string Drill, string Name, string Status, string? Code);

internal sealed class BroadcastList(IExercises exercises, IExerciseBroadcasts broadcasts, IAccountDirectory accounts)
{
    public async Task<IReadOnlyList<SentBroadcast>> Of(ExerciseEntry exercise, CancellationToken cancel)
    {
        var sent = await broadcasts.Of(exercise.Id, cancel);
        if (sent.Count == 0)
            return [];
        var drills = await exercises.Drills(exercise.Id, cancel);
        var reached = (await broadcasts.Drills(exercise.Id, cancel)).ToLookup(one => one.BroadcastId);
        var names = (await accounts.Get([.. sent.Select(one => one.CreatedBy).OfType<string>().Distinct()], cancel)).ToDictionary(account => account.Id, account => account.DisplayName);
        return [.. sent.Select(one => Read(exercise, one, drills, reached[one.Id], one.CreatedBy is { } by ? names.GetValueOrDefault(by) : null))];
    }

    private static SentBroadcast Read(ExerciseEntry exercise, ExerciseBroadcast one, IReadOnlyList<DrillEntry> drills, IEnumerable<BroadcastDrill> reached, string? who)
    {
        var words = (Broadcast)DrillJson.Read<Command>(Encoding.UTF8.GetBytes(one.Words));
        var by = reached.ToDictionary(to => to.DrillId, StringComparer.Ordinal);
        return new SentBroadcast(one.Id, words.Subject.In("en", "en"), words.Body.In("en", "en"), words.Attention, who, one.CreatedWall,
            [.. drills.Where(drill => by.ContainsKey(drill.Id)).Select(drill => new SentTo(drill.Id, ExerciseLauncher.NameOf(exercise, drill), by[drill.Id].Status, by[drill.Id].Code))]);
    }
}
