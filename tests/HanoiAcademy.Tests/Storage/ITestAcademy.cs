namespace HanoiAcademy.Tests.Storage;

/// <summary>A fresh academy on one kind of database; every contract is run on each kind.</summary>
public interface ITestAcademy : IAsyncDisposable
{
    T Get<T>()
        where T : notnull;

    /// <summary>Another node of the same academy: the same data, a process of its own as far as the database can tell.</summary>
    ITestAcademy Beside();
}
