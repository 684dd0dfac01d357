using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.People;

/// <summary>
/// Improvement plans hold names as they were typed, beside or instead of an account. Looked for in the plans of the agencies that know the person: his own, those he has a part in, and
/// those whose drills he sat in. Elsewhere the same name is somebody else's.
/// </summary>
internal static class PlanNames
{
    private const string Agencies = """
        SELECT g.Id, g.Name FROM Agencies g
        WHERE g.Id IN (SELECT AgencyId FROM Accounts WHERE Id = @accountId)
           OR g.Id IN (SELECT AgencyId FROM Memberships WHERE AccountId = @accountId)
           OR g.Id IN (SELECT AgencyId FROM Drills WHERE CreatedBy = @accountId)
           OR g.Id IN (SELECT d.AgencyId FROM Drills d JOIN DrillSeats s ON s.DrillId = d.Id WHERE s.AccountId = @accountId)
        ORDER BY g.Name, g.Id
        """;

    private const string Actions = """
        SELECT Id, Owner, CASE WHEN OwnerAccountId IS NULL OR OwnerAccountId = @accountId THEN 0 ELSE 1 END AS IsOthers, Organisation, Finding, Action
        FROM ImprovementActions WHERE AgencyId = @agencyId
        """;

    private const string Remarks = """
        SELECT c.Remark FROM ImprovementChanges c JOIN ImprovementActions i ON i.Id = c.ActionId WHERE i.AgencyId = @agencyId AND c.Remark <> ''
        """;

    private const string Rename = "UPDATE ImprovementActions SET Owner = @owner, Organisation = @organisation WHERE Id = @id";

    public static IReadOnlyList<NamedInPlan> Count(Session session, string accountId, NameInWords names) =>
    [
        .. session.All<AgencyRow>(Agencies, new { accountId }).Select(agency =>
        {
            var actions = session.All<ActionRow>(Actions, new { agencyId = agency.Id, accountId });
            var texts = actions.Count(row => names.IsIn(row.Finding) || names.IsIn(row.Action)) + session.All<string>(Remarks, new { agencyId = agency.Id }).Count(names.IsIn);
            return new NamedInPlan(agency.Id, agency.Name, actions.Count(row => Without(row, names) != row), texts);
        }).Where(plan => plan.Owners + plan.Texts > 0),
    ];

    /// <summary>Before the account goes: by its rows the agencies are known.</summary>
    public static void Forget(Session session, string accountId, NameInWords names)
    {
        foreach (var agency in session.All<AgencyRow>(Agencies, new { accountId }))
        {
            foreach (var row in session.All<ActionRow>(Actions, new { agencyId = agency.Id, accountId }))
            {
                if (Without(row, names) is var rest && rest != row)
                {
                    session.Execute(Rename, new { id = rest.Id, owner = rest.Owner, organisation = rest.Organisation });
                }
            }
        }
    }

    /// <summary>What stands beside another's account is that other's, though he is called the same.</summary>
    private static ActionRow Without(ActionRow row, NameInWords names) => row with
    {
        Owner = row.IsOthers == 0 && names.IsIn(row.Owner) ? names.TakenFrom(row.Owner) : row.Owner,
        Organisation = names.IsIn(row.Organisation) ? names.TakenFrom(row.Organisation) : row.Organisation,
    };

    private sealed record AgencyRow
    {
        public required string Id { get; init; }
        public required string Name { get; init; }
    }

    private sealed record ActionRow
    {
        public required string Id { get; init; }
        public required string Owner { get; init; }
        public required long IsOthers { get; init; }
        public required string Organisation { get; init; }
        public required string Finding { get; init; }
        public required string Action { get; init; }
    }
}
