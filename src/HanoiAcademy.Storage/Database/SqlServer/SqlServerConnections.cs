using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Storage.Database.SqlServer;

/// <summary>
/// Opens connections by <c>ConnectionStrings:Academy</c>. The text holds a password: nothing here puts it, or a message of a parser that
/// has read it, into a sentence.
/// </summary>
internal sealed class SqlServerConnections
{
    private const string Setting = "ConnectionStrings:Academy";
    private const string Shape = "\"Server=…;Database=…;User ID=…;Password=…\"";

    private readonly string text;
    private readonly string textAlone;

    /// <exception cref="StorageException">The text cannot be used.</exception>
    public SqlServerConnections(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new StorageException($"ConnectionStrings:Academy is empty: write {Shape} there, best as the environment variable ConnectionStrings__Academy.");
        }

        var builder = Read(connectionString, Setting);
        Server = Word(builder, "Data Source");
        Database = Word(builder, "Initial Catalog");
        if (Server.Length == 0 || Database.Length == 0)
        {
            throw new StorageException($"ConnectionStrings:Academy names no {(Server.Length == 0 ? "server" : "database")}: write it as {Shape}.");
        }

        Place = new Place($"The database {Database} on {Server}", "name another database in ConnectionStrings:Academy");
        PoolSize = builder["Max Pool Size"] as int? ?? 100;
        text = Complete(builder);
        builder["Pooling"] = false;
        textAlone = builder.ConnectionString;
    }

    public string Server { get; }

    public string Database { get; }

    public Place Place { get; }

    /// <summary>How many connections the driver opens at most; who wants one more waits, and is refused in the end.</summary>
    public int PoolSize { get; }

    public SqlConnection Open() => new SqlConnection(text).Opened();

    /// <summary>Not out of the pool and not back into it: what the session holds (a lock, say) goes with the connection.</summary>
    public SqlConnection OpenAlone() => new SqlConnection(textAlone).Opened();

    /// <summary>Closes what waits for its next use.</summary>
    public void Forget()
    {
        using var pooled = new SqlConnection(text);
        SqlConnection.ClearPool(pooled);
    }

    /// <summary>The text as it is used: encrypted unless it says otherwise.</summary>
    /// <param name="setting">The setting that holds it, for the sentence.</param>
    /// <exception cref="StorageException">The text cannot be read.</exception>
    internal static string Complete(string connectionString, string setting = Setting) => Complete(Read(connectionString, setting));

    private static string Complete(SqlConnectionStringBuilder builder)
    {
        // By name and never by the typed property: its type changes between this line of the driver, which does not encrypt by itself, and later ones.
        if (!builder.ShouldSerialize("Encrypt"))
        {
            builder["Encrypt"] = true;
        }

        if (!builder.ShouldSerialize("Application Name"))
        {
            builder["Application Name"] = "Hanoi Academy";
        }

        return builder.ConnectionString;
    }

    private static SqlConnectionStringBuilder Read(string text, string setting)
    {
        try
        {
            return new SqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            // Without the reason: a password with a ; in it is taken for a keyword and stands in the parser's message.
            throw new StorageException($"{setting} cannot be read: write it as {Shape}, and put a value that holds ; or = in quotes.");
        }
    }

    private static string Word(SqlConnectionStringBuilder builder, string name) => builder[name] as string ?? "";
}
