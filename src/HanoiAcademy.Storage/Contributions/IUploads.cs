namespace HanoiAcademy.Storage.Contributions;

public interface IUploads
{
    /// <summary>Keeps it; the account's oldest are forgotten where there would be more than <see cref="WaitingUpload.Most"/>.</summary>
    Task Keep(WaitingUpload upload);

    /// <summary>Null when there is none, or it is somebody else's.</summary>
    Task<WaitingUpload?> Get(string id, string accountId, CancellationToken cancel = default);

    /// <summary>Newest first, without their bytes.</summary>
    Task<IReadOnlyList<WaitingUpload>> Of(string accountId, CancellationToken cancel = default);

    /// <summary>False when there is none.</summary>
    Task<bool> Choose(string id, string accountId, string choices);

    Task<bool> Forget(string id, string accountId);

    /// <summary>Forgets what has waited for longer than <see cref="WaitingUpload.KeptFor"/>; how many.</summary>
    Task<int> Prune(DateTimeOffset now);
}
