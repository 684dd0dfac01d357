using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Storage.Database.SqlServer;

/// <summary>What a server says, as a sentence for the academy's operator.</summary>
internal static class SqlServerTrouble
{
    // Windows' own words for it come in the machine's language.
    private const int UntrustedRoot = unchecked((int)0x80090325);
    private const int UntrustedChain = unchecked((int)0x800B0109);
    private const int WrongName = unchecked((int)0x80090322);

    public static Exception Explain(SqlException e, SqlServerConnections at) =>
        Sentence(e, FirstLine(e.Message), at.Server, at.Database) is { } sentence ? new StorageException(sentence, e) : e;

    /// <summary>Whatever it is, nothing runs yet, and the operator is there to read it.</summary>
    public static StorageException AtStart(SqlException e, SqlServerConnections at) => Explain(e, at) as StorageException
        ?? new StorageException($"{at.Place.Name} cannot be opened ({FirstLine(e.Message)}): mend what it says, then start again.", e);

    /// <summary>Null where the server is well and the fault is ours.</summary>
    private static string? Sentence(SqlException e, string message, string server, string database) => e.Number switch
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
        -2 => $"The database server {server} did not answer in time: see what keeps it busy; what was not answered may be repeated.",
        _ when IsOfCertificate(e) =>
            $"The certificate of the database server {server} is not trusted here: install its authority's certificate on this machine, or, for a server on this machine, add TrustServerCertificate=True to ConnectionStrings:Academy.",
        _ when SqlServerFaults.Of(e) == SqlServerFault.TakenBack =>
            $"The database server {server} took the work back each time it was tried ({message}): see what keeps it busy; nothing half written is kept.",
        _ when SqlServerFaults.Of(e) == SqlServerFault.Unknown || IsOfNetwork(e.Number) =>
            $"The database server {server} cannot be reached ({message}): check ConnectionStrings:Academy, the server and the network between.",
        _ => null,
    };

    private static bool IsOfNetwork(int number) => number is -1 or 2 or 40 or 53 or 11001 or 10061;

    /// <summary>
    /// A line that breaks or falls silent does so during the handshake too, and is told by its number or by what lies beneath. Elsewhere
    /// than on Windows the driver says no more of a certificate than that something was caught (35).
    /// </summary>
    private static bool IsOfCertificate(SqlException e)
    {
        if (e.Number is 104 or 110 or 121 or 258 or 10053 or 10054 or 10060)
            return false;
        if (e.Number is UntrustedRoot or UntrustedChain or WrongName)
            return true;
        var beneath = Beneath(e).ToList();
        return beneath.Exists(part => part.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase))
            || (e.Message.Contains("pre-login handshake", StringComparison.Ordinal) && e.Message.Contains("error: 35", StringComparison.Ordinal)
                && !beneath.Exists(part => part is IOException or SocketException));
    }

    private static IEnumerable<Exception> Beneath(Exception e)
    {
        for (Exception? part = e; part is not null; part = part.InnerException)
            yield return part;
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim().TrimEnd('.');
}
