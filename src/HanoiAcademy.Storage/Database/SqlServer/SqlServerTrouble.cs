using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Storage.Database.SqlServer;

/// <summary>What a server says, as a sentence for the academy's operator.</summary>
internal static class SqlServerTrouble
{
    public static Exception Explain(SqlException e, SqlServerConnections at) =>
        Sentence(e.Number, e.Class, FirstLine(e.Message), at.Server, at.Database) is { } sentence ? new StorageException(sentence, e) : e;

    /// <summary>Whatever it is, nothing runs yet, and the operator is there to read it.</summary>
    public static StorageException AtStart(SqlException e, SqlServerConnections at) => Explain(e, at) as StorageException
        ?? new StorageException($"{at.Place.Name} cannot be opened ({FirstLine(e.Message)}): mend what it says, then start again.", e);

    /// <summary>Null where the server is well and the fault is ours.</summary>
    public static string? Sentence(int number, byte severity, string message, string server, string database) => number switch
    {
        18456 or 18452 or 18470 or 18486 or 18487 or 18488 =>
            $"The database server {server} refuses the login of ConnectionStrings:Academy: correct its user and password there, or let the login in at the server.",
        4060 or 911 or 916 =>
            $"The server {server} has no database {database} that this login may open: create it, or correct ConnectionStrings:Academy.",
        229 or 230 or 262 or 297 or 300 or 2760 or 15247 =>
            $"The login of ConnectionStrings:Academy may not do what the academy needs in {database} on {server} ({message}): make it a member of db_datareader, db_datawriter and db_ddladmin there.",
        3906 or 978 or 976 or 3908 =>
            $"The database {database} on {server} is read-only: make it writable, or name the writable one in ConnectionStrings:Academy.",
        1101 or 1105 or 1827 or 3257 or 9002 or 40544 =>
            $"The database {database} on {server} is full: give it or its log more room; nothing half written is kept.",
        823 or 824 or 825 or 926 or 945 =>
            $"The database {database} on {server} is damaged or cannot be read ({message}): restore it from the server's own backup.",
        _ when IsOfCertificate(message) =>
            $"The certificate of the database server {server} is not trusted here: install its authority's certificate on this machine, or, for a server on this machine, add TrustServerCertificate=True to ConnectionStrings:Academy.",
        -2 => $"The database server {server} did not answer in time: see what keeps it busy; what was not answered may be repeated.",
        _ when SqlServerFaults.Of(number, severity) == SqlServerFault.TakenBack =>
            $"The database server {server} took the work back each time it was tried ({message}): see what keeps it busy; nothing half written is kept.",
        _ when SqlServerFaults.Of(number, severity) == SqlServerFault.Unknown || IsOfNetwork(number) =>
            $"The database server {server} cannot be reached ({message}): check ConnectionStrings:Academy, the server and the network between.",
        _ => null,
    };

    private static bool IsOfNetwork(int number) => number is -1 or 2 or 40 or 53 or 11001 or 10061;

    private static bool IsOfCertificate(string message) =>
        message.Contains("certificate", StringComparison.OrdinalIgnoreCase)
        || message.Contains("SSL", StringComparison.Ordinal)
        || message.Contains("pre-login handshake", StringComparison.Ordinal);

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim().TrimEnd('.');
}
