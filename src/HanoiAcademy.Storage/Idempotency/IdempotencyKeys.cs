using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Idempotency;

internal sealed class IdempotencyKeys(IDatabase database) : IIdempotencyKeys
{
    private const int LongestRoute = 150;

    private const string DeleteStale = """
        DELETE FROM IdempotencyKeys
        WHERE Owner = @owner AND Route = @route AND RequestKey = @key
          AND (Claimed <= @forgotten OR (Status IS NULL AND Claimed <= @abandoned))
        """;

    private const string InsertClaim = """
        INSERT INTO IdempotencyKeys (Owner, Route, RequestKey, RequestSha256, Claimed)
        SELECT @owner, @route, @key, @requestSha256, @now
        WHERE NOT EXISTS (SELECT 1 FROM IdempotencyKeys WHERE Owner = @owner AND Route = @route AND RequestKey = @key)
        """;

    private const string GetClaim = """
        SELECT RequestSha256, Claimed, Status, ContentType, Body FROM IdempotencyKeys
        WHERE Owner = @owner AND Route = @route AND RequestKey = @key
        """;

    public Task<KeyClaim> Claim(string owner, string route, string key, string requestSha256, DateTimeOffset now) => database.Write<KeyClaim>(session =>
    {
        var values = new
        {
            owner,
            route = Short(route),
            key,
            requestSha256,
            now,
            forgotten = now - IIdempotencyKeys.KeptFor,
            abandoned = now - IIdempotencyKeys.ClaimedFor,
        };
        session.Execute(DeleteStale, values);

        // A claim that is in the way of the insert may be released before it can be looked at; then the key is free.
        Row? row = null;
        while (row is null)
        {
            if (session.Execute(InsertClaim, values) == 1)
            {
                return new KeyClaim.First();
            }

            row = session.First<Row>(GetClaim, values);
        }

        return row.RequestSha256 != requestSha256 ? new KeyClaim.OtherRequest()
            : session.Again && row.Status is null && row.Claimed == Microseconds.From(now) ? new KeyClaim.First()
            : row.Status is { } status ? new KeyClaim.Answered(status, row.ContentType, row.Body ?? [])
            : new KeyClaim.InProgress();
    });

    private const string KeepAnswer = """
        UPDATE IdempotencyKeys SET Status = @status, ContentType = @contentType, Body = @body
        WHERE Owner = @owner AND Route = @route AND RequestKey = @key AND Status IS NULL
        """;

    public Task Answer(string owner, string route, string key, int status, string? contentType, byte[] body) =>
        database.WriteOne(session => session.Execute(KeepAnswer, new { owner, route = Short(route), key, status, contentType, body }));

    private const string DeleteClaim = "DELETE FROM IdempotencyKeys WHERE Owner = @owner AND Route = @route AND RequestKey = @key AND Status IS NULL";

    public Task Release(string owner, string route, string key) =>
        database.WriteOne(session => session.Execute(DeleteClaim, new { owner, route = Short(route), key }));

    private const string DeleteOld = "DELETE FROM IdempotencyKeys WHERE Claimed <= @before";

    public Task<int> Prune(DateTimeOffset now) =>
        database.WriteOne(session => session.Execute(DeleteOld, new { before = now - IIdempotencyKeys.KeptFor }));

    /// <summary>An address may be as long as its caller likes, a key of an index may not.</summary>
    private static string Short(string route) => route.Length <= LongestRoute ? route : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)));

    private sealed record Row
    {
        public required string RequestSha256 { get; init; }
        public required long Claimed { get; init; }
        public int? Status { get; init; }
        public string? ContentType { get; init; }
        public byte[]? Body { get; init; }
    }
}
