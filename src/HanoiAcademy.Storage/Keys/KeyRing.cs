using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Keys;

internal sealed class KeyRing(IDatabase database) : IKeyRing
{
    private const string InsertKey = """
        INSERT INTO DataProtectionKeys (FriendlyName, Xml)
        SELECT @friendlyName, @xml
        WHERE NOT EXISTS (SELECT 1 FROM DataProtectionKeys WHERE FriendlyName = @friendlyName)
        """;

    public static int Insert(Session session, string friendlyName, string xml) => session.Execute(InsertKey, new { friendlyName, xml });

    public Task Keep(string friendlyName, string xml) => database.WriteOne(session => Insert(session, friendlyName, xml));

    private const string AllKeys = "SELECT Xml FROM DataProtectionKeys ORDER BY FriendlyName";

    public Task<IReadOnlyList<string>> All(CancellationToken cancel) =>
        database.Read<IReadOnlyList<string>>(session => session.All<string>(AllKeys), cancel);
}
