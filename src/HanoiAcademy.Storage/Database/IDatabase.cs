namespace HanoiAcademy.Storage.Database;

/// <summary>
/// What every store works on. Work is plain synchronous code that awaits nothing and touches nothing but its session: a database
/// on another machine runs it again from the start when a deadlock, a lost race for a key or a broken line took it back.
/// </summary>
internal interface IDatabase
{
    /// <summary>All of the work or nothing of it; when the task ends, it survives a power cut.</summary>
    Task<T> Write<T>(Func<Session, T> work);

    /// <summary>
    /// The same for work that changes something with one statement alone: it needs no transaction around it, so that on another
    /// machine it is one round trip. A second <see cref="Session.Execute"/> is refused.
    /// </summary>
    Task<T> WriteOne<T>(Func<Session, T> work);

    Task<T> Read<T>(Func<Session, T> work, CancellationToken cancel = default);
}
