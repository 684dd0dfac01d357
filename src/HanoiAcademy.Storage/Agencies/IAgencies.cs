namespace HanoiAcademy.Storage.Agencies;

public interface IAgencies
{
    /// <summary>False when an agency of this id, slug or name (compared without case) is there already.</summary>
    Task<bool> Create(Agency agency);

    Task<Agency?> Get(string agencyId, CancellationToken cancel = default);

    Task<Agency?> FindBySlug(string slug, CancellationToken cancel = default);

    /// <summary>In order of name.</summary>
    Task<IReadOnlyList<Agency>> List(CancellationToken cancel = default);

    /// <summary>False when there is no such agency, or another one has the name.</summary>
    Task<bool> Rename(string agencyId, string name);
}
