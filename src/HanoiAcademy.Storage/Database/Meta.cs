using System.Globalization;

namespace HanoiAcademy.Storage.Database;

/// <summary>What a database says of itself: the number of its last migration, and whether it was made for a demo.</summary>
internal sealed record Meta(int Schema, bool Demo)
{
    private const string Make = "CREATE TABLE Meta (Name TEXT NOT NULL PRIMARY KEY, Value TEXT NOT NULL) STRICT";

    public static void Begin(Session session, bool demo)
    {
        session.Execute(Make);
        session.Execute("INSERT INTO Meta (Name, Value) VALUES ('schema', '0'), ('demo', @Demo)", new { Demo = demo ? "yes" : "no" });
    }

    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    private const string Pairs = "SELECT Name, Value FROM Meta";

    /// <summary>Null for an empty database.</summary>
    /// <exception cref="StorageException">It holds tables, but is no academy's.</exception>
    public static Meta? Read(Session session, string file)
    {
        var tables = session.All<string>(Tables);
        if (tables.Count == 0)
        {
            return null;
        }

        if (tables.Contains("Meta"))
        {
            var pairs = session.All<Pair>(Pairs).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
            if (pairs.TryGetValue("schema", out var schema) && pairs.TryGetValue("demo", out var demo)
                && int.TryParse(schema, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return new Meta(number, demo == "yes");
            }
        }

        throw new StorageException($"{file} is a database of another program: name another data folder, or move the file away.");
    }

    public static void SetSchema(Session session, int number) =>
        session.Execute("UPDATE Meta SET Value = @Number WHERE Name = 'schema'", new { Number = number.ToString(CultureInfo.InvariantCulture) });

    private sealed record Pair(string Name, string Value);
}
