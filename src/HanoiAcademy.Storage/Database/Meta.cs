using System.Globalization;

namespace HanoiAcademy.Storage.Database;

/// <summary>What a database says of itself: the number of its last migration, and whether it was made for a demo.</summary>
internal sealed record Meta(int Schema, bool Demo)
{
    private const string InsertFirst = "INSERT INTO Meta (Name, Value) VALUES ('schema', '0'), ('demo', @Demo)";

    /// <summary>Fills the table that the caller has just made.</summary>
    public static Meta Begin(Session session, bool demo)
    {
        session.Execute(InsertFirst, new { Demo = demo ? "yes" : "no" });
        return new Meta(0, demo);
    }

    private const string Pairs = "SELECT Name, Value FROM Meta";

    /// <summary>Null for an empty database.</summary>
    /// <param name="session">Any.</param>
    /// <param name="tables">Those that are there.</param>
    /// <param name="place">For the sentence.</param>
    /// <exception cref="StorageException">It holds tables, but is no academy's.</exception>
    public static Meta? Read(Session session, IReadOnlyCollection<string> tables, Place place)
    {
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

        throw new StorageException($"{place.Name} is a database of another program: {place.Elsewhere}.");
    }

    private const string UpdateSchema = "UPDATE Meta SET Value = @Number WHERE Name = 'schema'";

    public static void SetSchema(Session session, int number) =>
        session.Execute(UpdateSchema, new { Number = number.ToString(CultureInfo.InvariantCulture) });

    private const string ChangeNothing = "UPDATE Meta SET Value = Value WHERE Name = 'schema'";

    /// <summary>Writes what is there already: a database that takes no writes says so now.</summary>
    public static int Touch(Session session) => session.Execute(ChangeNothing);

    /// <exception cref="StorageException">This code, started in this way, is not to open it.</exception>
    public void Refuse(int known, bool demo, Place place)
    {
        if (Schema > known)
        {
            throw new StorageException($"{place.Name} was written by a newer Hanoi Academy (schema {Schema}, this one knows {known}): start the newer version, or restore an older backup.");
        }

        if (Demo && !demo)
        {
            throw new StorageException($"{place.Name} was made for a demo, whose passwords are known: start with --demo, or {place.Elsewhere}.");
        }

        if (demo && !Demo)
        {
            throw new StorageException($"{place.Name} holds real work and is not opened for a demo: start without --demo, or {place.Elsewhere}.");
        }
    }

    /// <summary>A migration is kept whole or not at all, so only a hand or a bad copy makes half of one.</summary>
    /// <param name="made">Every <c>Table.Column</c> that the migrations up to <see cref="Schema"/> have made.</param>
    /// <param name="there">Those that are there.</param>
    /// <param name="place">For the sentence.</param>
    /// <param name="backup">What there is to restore.</param>
    /// <exception cref="StorageException">Something is missing.</exception>
    public void RefuseHalf(IEnumerable<string> made, IEnumerable<string> there, Place place, string backup)
    {
        var missing = made.Except(there, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).FirstOrDefault();
        if (missing is not null)
        {
            throw new StorageException($"{place.Name} is half migrated or was changed by hand (it says schema {Schema} and lacks {missing}): restore {backup}, or {place.Elsewhere}.");
        }
    }

    private sealed record Pair(string Name, string Value);
}
