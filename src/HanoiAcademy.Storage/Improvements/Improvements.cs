using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Improvements;

internal sealed class Improvements(IDatabase database) : IImprovements
{
    private const string Columns = """
        i.Id, i.AgencyId, i.DrillId, i.ExerciseId, i.ScenarioId, i.DrillTitle, i.Origin, i.OriginId, i.Capability, i.Finding, i.Action, i.Element, i.Organisation,
            i.Owner, i.OwnerAccountId, a.DisplayName AS OwnerName, i.StartDay, i.DueDay, i.State, i.Version, i.CreatedWall, i.ChangedWall
        """;

    private const string OfAgency = $"""
        SELECT {Columns}
        FROM ImprovementActions i LEFT JOIN Accounts a ON a.Id = i.OwnerAccountId
        WHERE i.AgencyId = @agencyId ORDER BY CASE WHEN i.DueDay IS NULL THEN 1 ELSE 0 END, i.DueDay, i.CreatedWall, i.Id
        """;

    public Task<IReadOnlyList<ImprovementAction>> Of(string agencyId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ImprovementAction>>(session => session.All<ImprovementAction>(OfAgency, new { agencyId }), cancel);

    private const string OfOwner = $"""
        SELECT {Columns}
        FROM ImprovementActions i JOIN Accounts a ON a.Id = i.OwnerAccountId
        WHERE i.OwnerAccountId = @accountId ORDER BY CASE WHEN i.DueDay IS NULL THEN 1 ELSE 0 END, i.DueDay, i.CreatedWall, i.Id
        """;

    public Task<IReadOnlyList<ImprovementAction>> OwnedBy(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ImprovementAction>>(session => session.All<ImprovementAction>(OfOwner, new { accountId }), cancel);

    private const string One = $"""
        SELECT {Columns}
        FROM ImprovementActions i LEFT JOIN Accounts a ON a.Id = i.OwnerAccountId WHERE i.Id = @id
        """;

    public Task<ImprovementAction?> Get(string id, CancellationToken cancel) =>
        database.Read(session => session.First<ImprovementAction>(One, new { id }), cancel);

    private const string Changes = """
        SELECT c.Version, a.DisplayName AS ByName, c.Wall, c.State, c.Fields, c.Remark
        FROM ImprovementChanges c LEFT JOIN Accounts a ON a.Id = c.ChangedBy WHERE c.ActionId = @id ORDER BY c.Version DESC
        """;

    public Task<IReadOnlyList<ImprovementChange>> History(string id, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ImprovementChange>>(session => session.All<ImprovementChange>(Changes, new { id }), cancel);

    private const string OfOrigin = """
        SELECT COUNT(*) FROM ImprovementActions WHERE AgencyId = @AgencyId AND DrillId = @DrillId AND Origin = @Origin AND OriginId = @OriginId
        """;

    private const string Count = "SELECT COUNT(*) FROM ImprovementActions WHERE AgencyId = @AgencyId";

    private const string IsThere = "SELECT COUNT(*) FROM ImprovementActions WHERE Id = @Id";

    private const string Insert = """
        INSERT INTO ImprovementActions (Id, AgencyId, DrillId, ExerciseId, ScenarioId, DrillTitle, Origin, OriginId, Capability, Finding, Action, Element, Organisation,
            Owner, OwnerAccountId, StartDay, DueDay, State, Version, CreatedWall, ChangedWall)
        VALUES (@Id, @AgencyId, @DrillId, @ExerciseId, @ScenarioId, @DrillTitle, @Origin, @OriginId, @Capability, @Finding, @Action, @Element, @Organisation,
            @Owner, @OwnerAccountId, @StartDay, @DueDay, @State, @Version, @CreatedWall, @ChangedWall)
        """;

    public Task<ImprovementAnswer> Add(ImprovementAction action, string? by) => database.Write(session =>
    {
        if (session.Number(IsThere, action) > 0)
        {
            return ImprovementAnswer.Kept;
        }

        AgencyTurns.Take(session, action.AgencyId);
        if (action.OriginId is not null && session.Number(OfOrigin, action) > 0)
        {
            return ImprovementAnswer.There;
        }

        if (session.Number(Count, action) >= ImprovementAction.Most)
        {
            return ImprovementAnswer.Full;
        }

        session.Execute(Insert, action);
        Keep(session, action, by, "", "");
        return ImprovementAnswer.Kept;
    });

    private const string Update = """
        UPDATE ImprovementActions SET Capability = @Capability, Finding = @Finding, Action = @Action, Element = @Element, Organisation = @Organisation, Owner = @Owner,
            OwnerAccountId = @OwnerAccountId, StartDay = @StartDay, DueDay = @DueDay, State = @State, Version = @Version, ChangedWall = @ChangedWall
        WHERE Id = @Id AND Version = @Version - 1
        """;

    private const string IsMine = "SELECT COUNT(*) FROM ImprovementActions WHERE Id = @Id AND Version = @Version AND ChangedWall = @ChangedWall";

    public Task<ImprovementAnswer> Change(ImprovementAction next, string? by, string fields, string remark) => database.Write(session =>
    {
        if (session.Number(IsThere, next) == 0)
        {
            return ImprovementAnswer.Gone;
        }

        if (next.Version > ImprovementAction.MostChanges)
        {
            return ImprovementAnswer.Full;
        }

        if (session.Execute(Update, next) == 0)
        {
            return session.Again && session.Number(IsMine, next) == 1 ? ImprovementAnswer.Kept : ImprovementAnswer.Conflict;
        }

        Keep(session, next, by, fields, remark);
        return ImprovementAnswer.Kept;
    });

    private const string IsOpen = "SELECT COUNT(*) FROM ImprovementActions WHERE Id = @id AND State NOT IN ('done', 'dropped')";

    private const string DeleteChanges = "DELETE FROM ImprovementChanges WHERE ActionId = @id";

    private const string Delete = "DELETE FROM ImprovementActions WHERE Id = @id";

    public Task<ImprovementAnswer> TakeOut(string id) => database.Write(session =>
    {
        if (session.Number(IsOpen, new { id }) > 0)
        {
            return ImprovementAnswer.Conflict;
        }

        session.Execute(DeleteChanges, new { id });
        return session.Execute(Delete, new { id }) > 0 || session.Again ? ImprovementAnswer.Kept : ImprovementAnswer.Gone;
    });

    private const string InsertChange = """
        INSERT INTO ImprovementChanges (ActionId, Version, ChangedBy, Wall, State, Fields, Remark) VALUES (@Id, @Version, @by, @ChangedWall, @State, @fields, @remark)
        """;

    private static void Keep(Session session, ImprovementAction action, string? by, string fields, string remark) =>
        session.Execute(InsertChange, new { action.Id, action.Version, by, action.ChangedWall, action.State, fields, remark });
}
