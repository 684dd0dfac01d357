using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Contributions;

internal sealed class Uploads(IDatabase database) : IUploads
{
    private const string IdsOf = "SELECT Id FROM ContributionUploads WHERE AccountId = @AccountId ORDER BY UploadedWall DESC, Id";

    private const string DeleteOne = "DELETE FROM ContributionUploads WHERE Id = @id AND AccountId = @accountId";

    private const string Insert = """
        INSERT INTO ContributionUploads (Id, AgencyId, AccountId, ContributionId, BaseNumber, FileName, Bytes, Choices, UploadedWall)
        SELECT @Id, @AgencyId, @AccountId, @ContributionId, @BaseNumber, @FileName, @Bytes, @Choices, @UploadedWall
        WHERE NOT EXISTS (SELECT 1 FROM ContributionUploads WHERE Id = @Id)
        """;

    public Task Keep(WaitingUpload upload) => database.Write(session =>
    {
        session.Execute(Insert, upload);
        foreach (var old in session.All<string>(IdsOf, upload).Skip(WaitingUpload.Most))
        {
            session.Execute(DeleteOne, new { id = old, accountId = upload.AccountId });
        }

        return true;
    });

    private const string GetOne = """
        SELECT Id, AgencyId, AccountId, ContributionId, BaseNumber, FileName, Bytes, Choices, UploadedWall FROM ContributionUploads
        WHERE Id = @id AND AccountId = @accountId
        """;

    public Task<WaitingUpload?> Get(string id, string accountId, CancellationToken cancel) =>
        database.Read(session => session.First<WaitingUpload>(GetOne, new { id, accountId }), cancel);

    private const string List = """
        SELECT Id, AgencyId, AccountId, ContributionId, BaseNumber, FileName, Choices, UploadedWall FROM ContributionUploads
        WHERE AccountId = @accountId ORDER BY UploadedWall DESC, Id
        """;

    public Task<IReadOnlyList<WaitingUpload>> Of(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<WaitingUpload>>(session => [.. session.All<Line>(List, new { accountId }).Select(line => line.Upload())], cancel);

    private const string SetChoices = "UPDATE ContributionUploads SET Choices = @choices WHERE Id = @id AND AccountId = @accountId";

    public Task<bool> Choose(string id, string accountId, string choices) =>
        database.WriteOne(session => session.Execute(SetChoices, new { id, accountId, choices }) == 1);

    public Task<bool> Forget(string id, string accountId) =>
        database.WriteOne(session => session.Execute(DeleteOne, new { id, accountId }) == 1 || session.Again);

    private const string DeleteOld = "DELETE FROM ContributionUploads WHERE UploadedWall <= @before";

    public Task<int> Prune(DateTimeOffset now) =>
        database.WriteOne(session => session.Execute(DeleteOld, new { before = now - WaitingUpload.KeptFor }));

    private sealed record Line
    {
        public required string Id { get; init; }
        public required string AgencyId { get; init; }
        public required string AccountId { get; init; }
        public string? ContributionId { get; init; }
        public int? BaseNumber { get; init; }
        public required string FileName { get; init; }
        public required string Choices { get; init; }
        public required DateTimeOffset UploadedWall { get; init; }

        public WaitingUpload Upload() => new()
        {
            Id = Id,
            AgencyId = AgencyId,
            AccountId = AccountId,
            ContributionId = ContributionId,
            BaseNumber = BaseNumber,
            FileName = FileName,
            Bytes = [],
            Choices = Choices,
            UploadedWall = UploadedWall,
        };
    }
}
