using System.Data.Common;
using Npgsql;

namespace HanoiAcademy.Cluster.Silo;

/// <summary>What the membership's database says, as a sentence for the operator. A connection string is never repeated: it holds a password.</summary>
internal static class MembershipTrouble
{
    private const int NoSuchObject = 208;
    private const string NotAllQueries = "Not all required queries";

    public static string Sentence(Exception e, ClusterSettings settings) => Cause(e) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } missing => Missing(missing.MessageText, settings),
        Microsoft.Data.SqlClient.SqlException { Number: NoSuchObject } missing => Missing(missing.Message, settings),
        ArgumentException incomplete when incomplete.Message.StartsWith(NotAllQueries, StringComparison.Ordinal) => Missing(incomplete.Message, settings),
        PostgresException refused => $"The membership's database refuses the silo ({refused.MessageText}): mend ConnectionStrings:Membership or the rights of its user.",
        DbException unreachable => $"The membership's database cannot be reached ({OneLine(unreachable)}): check ConnectionStrings:Membership, and that the database runs.",
        var unread when IsParsers(unread) => $"ConnectionStrings:Membership cannot be read: write it as {Shape(settings)}, and put a value that holds ; or = in quotes.",
        var other => $"The cluster's membership cannot be read ({OneLine(other)}): check ConnectionStrings:Membership.",
    };

    private static string Missing(string what, ClusterSettings settings) =>
        $"The membership's database lacks Orleans's tables ({what.TrimEnd('.')}): apply the scripts {Scripts(settings)} that Orleans publishes for version 10.";

    private static string Shape(ClusterSettings settings) => settings.Membership == ClusterSettings.SqlServer
        ? "\"Server=…;Database=…;User ID=…;Password=…\""
        : "\"Host=…;Database=…;Username=…;Password=…\"";

    /// <summary>Its message is not repeated: a password with a ; in it is taken for a keyword, and stands there.</summary>
    private static bool IsParsers(Exception e) =>
        e is ArgumentException or FormatException or KeyNotFoundException or OverflowException || (e.InnerException is { } inner && IsParsers(inner));

    private static string Scripts(ClusterSettings settings) => settings.Membership == ClusterSettings.SqlServer
        ? "SQLServer-Main.sql and SQLServer-Clustering.sql"
        : "PostgreSQL-Main.sql and PostgreSQL-Clustering.sql";

    private static Exception Cause(Exception e) =>
        e is AggregateException { InnerException: { } inner } ? Cause(inner)
        : e is not DbException && e.InnerException is DbException database ? database
        : e;

    private static string OneLine(Exception e) =>
        string.Join(' ', (e.InnerException is { } inner and not DbException ? inner : e).Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
