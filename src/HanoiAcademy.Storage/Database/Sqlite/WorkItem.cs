namespace HanoiAcademy.Storage.Database.Sqlite;

/// <summary>One write that waits for its turn and its commit.</summary>
internal abstract class WorkItem
{
    /// <summary>Why it failed alone; null while it has not.</summary>
    public Exception? Failure { get; set; }

    public abstract void Run(Session session);

    /// <summary>Tells the caller, once the fate of its group is known.</summary>
    public abstract void Finish();
}

internal sealed class WorkItem<T>(Func<Session, T> work) : WorkItem
{
    // A caller's continuation on the writer's thread would hold up every other write.
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => answer.Task;

    public override void Run(Session session) => result = work(session);

    public override void Finish()
    {
        if (Failure is null)
        {
            answer.SetResult(result!);
        }
        else
        {
            answer.SetException(Failure);
        }
    }
}
