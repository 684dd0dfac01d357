namespace HanoiAcademy.Storage.Improvements;

/// <summary>The improvement plans of agencies.</summary>
public interface IImprovements
{
    /// <summary>An agency's, what is due first before what has no day; at most <see cref="ImprovementAction.Most"/>.</summary>
    Task<IReadOnlyList<ImprovementAction>> Of(string agencyId, CancellationToken cancel = default);

    /// <summary>What an account is to see to, in whatever agency.</summary>
    Task<IReadOnlyList<ImprovementAction>> OwnedBy(string accountId, CancellationToken cancel = default);

    Task<ImprovementAction?> Get(string id, CancellationToken cancel = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ImprovementChange>> History(string id, CancellationToken cancel = default);

    /// <summary>There, and nothing is added, when the agency has one of the same drill and origin; two who press at once add one.</summary>
    /// <param name="by">The account that adds it.</param>
    Task<ImprovementAnswer> Add(ImprovementAction action, string? by);

    /// <summary>Conflict, and nothing is changed, unless it stands at the version before <paramref name="next"/>'s.</summary>
    /// <param name="next">As it is to be; what it belongs to and came from stays.</param>
    /// <param name="fields">Names of what is changed, with a blank between.</param>
    Task<ImprovementAnswer> Change(ImprovementAction next, string? by, string fields, string remark);

    /// <summary>Takes an action out with its history, if it is over (done or dropped); one that is open stays, and the answer is Conflict.</summary>
    Task<ImprovementAnswer> TakeOut(string id);
}
