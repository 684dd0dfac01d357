namespace HanoiAcademy.Storage.People;

/// <summary>The lines that are left behind when people's data was handed out or erased.</summary>
public interface IDataActs
{
    /// <summary>Written once, however often it is said.</summary>
    Task Keep(DataAct act);

    /// <summary>Latest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<DataAct>> Of(string agencyId, int most, CancellationToken cancel = default);
}
