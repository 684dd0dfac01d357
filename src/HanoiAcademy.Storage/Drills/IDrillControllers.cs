namespace HanoiAcademy.Storage.Drills;

/// <summary>Who was made a controller of which drill. An account has one such role in a drill.</summary>
public interface IDrillControllers
{
    /// <summary>A later appointment of the same account takes the place of the first. Repeating it changes nothing.</summary>
    Task Appoint(DrillController controller);

    /// <summary>For one who comes by an invitation: false, and nothing changes, when he has a part already or was dismissed.</summary>
    Task<bool> Join(DrillController controller);

    /// <summary>False when the account was none. An invitation lets it in no more; an appointment does.</summary>
    Task<bool> Dismiss(string drillId, string accountId);

    /// <summary>In the order in which they were appointed.</summary>
    Task<IReadOnlyList<DrillController>> Of(string drillId, CancellationToken cancel = default);

    Task<DrillController?> Find(string drillId, string accountId, CancellationToken cancel = default);
}
