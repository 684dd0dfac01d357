namespace HanoiAcademy.Storage.Agencies;

/// <summary>Roles are held in an agency; an account may hold several, in several agencies.</summary>
public interface IMemberships
{
    Task<IReadOnlyList<Membership>> Of(string accountId, CancellationToken cancel = default);

    Task<IReadOnlyList<Membership>> InAgency(string agencyId, CancellationToken cancel = default);

    /// <summary>In all agencies together: while there is none, the server prints a one-time link.</summary>
    Task<int> CountAdministrators(CancellationToken cancel = default);

    /// <summary>Repeating it changes nothing.</summary>
    Task Grant(Membership membership);

    /// <summary>False when it was not held, or when it is the last administrator's of the agency, who would lock everybody out.</summary>
    Task<bool> Withdraw(Membership membership);
}
