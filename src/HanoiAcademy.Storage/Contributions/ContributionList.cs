using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Contributions;

internal sealed class ContributionList(IDatabase database) : IContributions
{
    private const string ListVisible = """
        SELECT c.Id, c.AgencyId, c.Title, c.Version, v.Sha256, v.ScenarioId, v.Errors, v.Warnings, v.MadeWall, a.DisplayName AS MadeByName
        FROM Contributions c
        JOIN ContributionVersions v ON v.ContributionId = c.Id AND v.Number = c.Version
        LEFT JOIN Accounts a ON a.Id = v.MadeBy
        WHERE EXISTS (SELECT 1 FROM Memberships m WHERE m.AccountId = @accountId AND m.AgencyId = c.AgencyId AND m.Role IN ('author', 'instructor', 'administrator'))
        ORDER BY v.MadeWall DESC, c.Id
        """;

    public Task<IReadOnlyList<ListedContribution>> ListVisibleTo(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ListedContribution>>(session => session.All<ListedContribution>(ListVisible, new { accountId }), cancel);

    private const string GetOne = "SELECT Id, AgencyId, Title, Version, CreatedBy, CreatedWall FROM Contributions WHERE Id = @id";

    public Task<Contribution?> Get(string id, CancellationToken cancel) =>
        database.Read(session => session.First<Contribution>(GetOne, new { id }), cancel);

    private const string GetVersion = """
        SELECT ContributionId, Number, Sha256, Bytes, ScenarioId, Origin, FileName, Changes, Losses, Errors, Warnings, MadeBy, MadeWall
        FROM ContributionVersions WHERE ContributionId = @id AND Number = @number
        """;

    public Task<ContributionVersion?> Version(string id, int number, CancellationToken cancel) =>
        database.Read(session => session.First<ContributionVersion>(GetVersion, new { id, number }), cancel);

    // A loss report may have two thousand lines: five hundred of them are not read to be counted.
    private const string ListVersions = """
        SELECT v.ContributionId, v.Number, v.Sha256, v.Bytes, v.ScenarioId, v.Origin, v.FileName, v.Changes, v.Errors, v.Warnings, v.MadeBy, v.MadeWall, a.DisplayName AS MadeByName
        FROM ContributionVersions v LEFT JOIN Accounts a ON a.Id = v.MadeBy
        WHERE v.ContributionId = @id ORDER BY v.Number DESC
        """;

    public Task<IReadOnlyList<ListedVersion>> Versions(string id, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ListedVersion>>(session => [.. session.All<Row>(ListVersions, new { id }).Select(row => row.Listed())], cancel);

    private const string CountInAgency = "SELECT COUNT(*) FROM Contributions WHERE AgencyId = @agencyId";

    private const string BytesInAgency = """
        SELECT COALESCE(SUM(v.Bytes), 0) FROM ContributionVersions v
        WHERE EXISTS (SELECT 1 FROM Contributions c WHERE c.Id = v.ContributionId AND c.AgencyId = @agencyId)
        """;

    public Task<bool> HasRoom(string agencyId, CancellationToken cancel) =>
        database.Read(session => session.Number(BytesInAgency, new { agencyId }) < ContributionVersion.MostBytes, cancel);

    private const string InsertOne = """
        INSERT INTO Contributions (Id, AgencyId, Title, Version, CreatedBy, CreatedWall) VALUES (@Id, @AgencyId, @Title, @Version, @CreatedBy, @CreatedWall)
        """;

    private const string InsertVersion = """
        INSERT INTO ContributionVersions (ContributionId, Number, Sha256, Bytes, ScenarioId, Origin, FileName, Changes, Losses, Errors, Warnings, MadeBy, MadeWall)
        VALUES (@ContributionId, @Number, @Sha256, @Bytes, @ScenarioId, @Origin, @FileName, @Changes, @Losses, @Errors, @Warnings, @MadeBy, @MadeWall)
        """;

    public Task<KeepAnswer> Create(Contribution contribution, ContributionVersion first) => database.Write(session =>
    {
        if (session.First<Contribution>(GetOne, new { id = contribution.Id }) is not null)
        {
            return KeepAnswer.Kept;
        }

        AgencyTurns.Take(session, contribution.AgencyId);
        if (session.Number(CountInAgency, new { agencyId = contribution.AgencyId }) >= Contribution.Most || IsFull(session, contribution.AgencyId, first))
        {
            return KeepAnswer.Full;
        }

        session.Execute(InsertOne, contribution);
        session.Execute(InsertVersion, first);
        return KeepAnswer.Kept;
    });

    private const string Advance = "UPDATE Contributions SET Version = @number WHERE Id = @id AND Version = @number - 1";

    private const string IsMine = """
        SELECT COUNT(*) FROM ContributionVersions
        WHERE ContributionId = @ContributionId AND Number = @Number AND Sha256 = @Sha256 AND MadeWall = @MadeWall
        """;

    public Task<KeepAnswer> Add(ContributionVersion next) => database.Write(session =>
    {
        if (session.First<Contribution>(GetOne, new { id = next.ContributionId }) is not { } there)
        {
            return KeepAnswer.Gone;
        }

        if (session.Again && session.Number(IsMine, next) == 1)
        {
            return KeepAnswer.Kept;
        }

        AgencyTurns.Take(session, there.AgencyId);
        if (next.Number > ContributionVersion.Most || IsFull(session, there.AgencyId, next))
        {
            return KeepAnswer.Full;
        }

        if (session.Execute(Advance, new { id = next.ContributionId, number = next.Number }) == 0)
        {
            return KeepAnswer.Stale;
        }

        session.Execute(InsertVersion, next);
        return KeepAnswer.Kept;
    });

    private static bool IsFull(Session session, string agencyId, ContributionVersion version) =>
        session.Number(BytesInAgency, new { agencyId }) + version.Bytes > ContributionVersion.MostBytes;

    private const string SetTitle = "UPDATE Contributions SET Title = @title WHERE Id = @id";

    public Task<bool> Rename(string id, string title) => database.WriteOne(session => session.Execute(SetTitle, new { id, title }) == 1);

    private const string DeleteRehearsals = "DELETE FROM ContributionRehearsals WHERE ContributionId = @id";
    private const string DeleteVersions = "DELETE FROM ContributionVersions WHERE ContributionId = @id";
    private const string DeleteUploads = "DELETE FROM ContributionUploads WHERE ContributionId = @id";
    private const string DeleteOne = "DELETE FROM Contributions WHERE Id = @id";

    public Task<bool> Delete(string id) => database.Write(session =>
    {
        foreach (var text in new[] { DeleteRehearsals, DeleteVersions, DeleteUploads })
        {
            session.Execute(text, new { id });
        }

        return session.Execute(DeleteOne, new { id }) == 1 || session.Again;
    });

    private sealed record Row
    {
        public required string ContributionId { get; init; }
        public required int Number { get; init; }
        public required string Sha256 { get; init; }
        public required long Bytes { get; init; }
        public required string ScenarioId { get; init; }
        public required string Origin { get; init; }
        public required string FileName { get; init; }
        public required string Changes { get; init; }
        public required int Errors { get; init; }
        public required int Warnings { get; init; }
        public string? MadeBy { get; init; }
        public required DateTimeOffset MadeWall { get; init; }
        public string? MadeByName { get; init; }

        public ListedVersion Listed() => new(
            new ContributionVersion
            {
                ContributionId = ContributionId,
                Number = Number,
                Sha256 = Sha256,
                Bytes = Bytes,
                ScenarioId = ScenarioId,
                Origin = Origin,
                FileName = FileName,
                Changes = Changes,
                Errors = Errors,
                Warnings = Warnings,
                MadeBy = MadeBy,
                MadeWall = MadeWall,
            },
            MadeByName);
    }
}
