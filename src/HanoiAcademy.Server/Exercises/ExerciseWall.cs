using System.Collections.Concurrent;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>
/// What walls ask for every few seconds: whoever looks at an exercise at the same time, on this node, gets the same look of a moment ago, so that twenty directors
/// cost the rooms no more than one.
/// </summary>
internal sealed class ExerciseWall(ExerciseDesk desk, TimeProvider time)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<string, Look> _looks = new(StringComparer.Ordinal);

    public async Task<ExerciseStatus> Status(ExerciseEntry exercise)
    {
        if (_looks.Count > MostKept)
            _looks.Clear();
        // One look for all who ask while it is under way: nobody's leaving may end it for the others.
        var look = _looks.AddOrUpdate(exercise.Id, _ => Begin(exercise), (_, last) => last.IsOver(time) ? Begin(exercise) : last);
        try
        {
            return await look.Status.Value;
        }
        catch
        {
            _looks.TryRemove(KeyValuePair.Create(exercise.Id, look));
            throw;
        }
    }

    private Look Begin(ExerciseEntry exercise) => new(time.GetTimestamp(), new Lazy<Task<ExerciseStatus>>(() => desk.Status(exercise, CancellationToken.None)));

    private sealed record Look(long Since, Lazy<Task<ExerciseStatus>> Status)
    {
        public bool IsOver(TimeProvider time) => time.GetElapsedTime(Since) > Fresh && (!Status.IsValueCreated || Status.Value.IsCompleted);
    }
}
