namespace HanoiAcademy.Storage.Contributions;

/// <summary>Rehearsals of contributions: asked for on one node, played by whichever is free, kept per version.</summary>
public interface IRehearsals
{
    Task<KeptRehearsal?> Of(string contributionId, int number, CancellationToken cancel = default);

    /// <summary>Asks for one; an earlier one of the version is forgotten unless it waits or runs. Full when the agency's queue is; Gone without such a version.</summary>
    Task<KeepAnswer> Ask(KeptRehearsal rehearsal);

    /// <summary>Takes the one that waits longest, or whose node has been silent since <paramref name="silentSince"/>; null when there is none. Nobody else gets it.</summary>
    Task<KeptRehearsal?> TakeNext(DateTimeOffset now, DateTimeOffset silentSince);

    /// <summary>How far it is, or how it ended. False when it is no longer wanted.</summary>
    Task<bool> Note(KeptRehearsal rehearsal);

    /// <summary>Waiting or running ones that one agency may have at a time.</summary>
    public const int MostWaiting = 10;
}
