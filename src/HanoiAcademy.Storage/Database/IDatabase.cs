namespace HanoiAcademy.Storage.Database;

/// <summary>What every store works on. Work is plain synchronous code: it is run again by nobody, and awaits nothing.</summary>
internal interface IDatabase
{
    /// <summary>All of the work or nothing of it; when the task ends, it survives a power cut.</summary>
    Task<T> Write<T>(Func<Session, T> work);

    Task<T> Read<T>(Func<Session, T> work, CancellationToken cancel = default);
}
