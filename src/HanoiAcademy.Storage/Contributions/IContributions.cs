namespace HanoiAcademy.Storage.Contributions;

public interface IContributions
{
    /// <summary>Those of the agencies in which the account is an author or more, the one changed last first.</summary>
    Task<IReadOnlyList<ListedContribution>> ListVisibleTo(string accountId, CancellationToken cancel = default);

    Task<Contribution?> Get(string id, CancellationToken cancel = default);

    Task<ContributionVersion?> Version(string id, int number, CancellationToken cancel = default);

    /// <summary>Newest first, without their loss reports.</summary>
    Task<IReadOnlyList<ListedVersion>> Versions(string id, CancellationToken cancel = default);

    /// <summary>Whether the agency's versions leave any room. What is kept asks again, with its bytes.</summary>
    Task<bool> HasRoom(string agencyId, CancellationToken cancel = default);

    /// <summary>Keeps a new one with its first version; its ZIP is in the content store already. Kept, too, when its id is there: it was made before. Full: see <see cref="Contribution.Most"/>.</summary>
    Task<KeepAnswer> Create(Contribution contribution, ContributionVersion first);

    /// <summary>Keeps the next version: its number is one more than the one that counts. Stale when somebody else was faster.</summary>
    Task<KeepAnswer> Add(ContributionVersion next);

    /// <summary>False when there is none.</summary>
    Task<bool> Rename(string id, string title);

    /// <summary>With its versions and rehearsals; drills that were launched of it stay. False when there is none.</summary>
    Task<bool> Delete(string id);
}
