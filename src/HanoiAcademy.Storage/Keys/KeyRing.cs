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

    // One name whoever makes it: of two who both see an empty table, the table's key lets one in.
    private const string FirstName = "first-key";

    private const string InsertFirst = """
        INSERT INTO DataProtectionKeys (FriendlyName, Xml)
        SELECT @name, @xml
        WHERE NOT EXISTS (SELECT 1 FROM DataProtectionKeys)
        """;

    private const string FirstXml = "SELECT Xml FROM DataProtectionKeys WHERE FriendlyName = @name";

    public Task<bool> KeepFirst(string xml) => database.WriteOne(session =>
        session.Execute(InsertFirst, new { name = FirstName, xml }) == 1 || (session.Again && session.First<string>(FirstXml, new { name = FirstName }) == xml));

    private const string AllKeys = "SELECT Xml FROM DataProtectionKeys ORDER BY FriendlyName";

    public Task<IReadOnlyList<string>> All(CancellationToken cancel) =>
        database.Read<IReadOnlyList<string>>(session => session.All<string>(AllKeys), cancel);
}
