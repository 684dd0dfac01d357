using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Storage.Database.SqlServer;

/// <summary>What a fault of the server means for the work that met it.</summary>
internal enum SqlServerFault
{
    /// <summary>Nothing that running again would mend.</summary>
    Other,

    /// <summary>Somebody else was faster with a key. What guards the key in the statement sees his row when the work runs again, and answers.</summary>
    DuplicateKey,

    /// <summary>The work was taken back and would most likely succeed: a deadlock, say.</summary>
    TakenBack,

    /// <summary>The line broke or time ran out: what was sent last may or may not have been done.</summary>
    Unknown,
}

internal static class SqlServerFaults
{
    /// <summary>From here on the server has closed the connection.</summary>
    private const byte ConnectionLost = 20;

    public static SqlServerFault Of(SqlException e) => Of(e.Number, e.Class);

    public static SqlServerFault Of(int number, byte severity) => number switch
    {
        // Both words for it: of a constraint, and of an index.
        2627 or 2601 => SqlServerFault.DuplicateKey,

        // Deadlock victim, lock wait ended, snapshot conflict.
        1205 or 1222 or 3960 => SqlServerFault.TakenBack,

        // The database is on its way: being attached or recovered, on a node that is not yet the primary one, or the server is upgrading itself.
        4060 or 922 or 976 or 978 or 18401 => SqlServerFault.TakenBack,

        // The server is short of something or moves the database: memory, workers, sessions, a failover.
        701 or 802 or 8645 or 8651 or 615 or 10928 or 10929 or 14355 or 17197 or 40143 or 40166 or 40197 or 40501 or 40540 or 40613 or 41301 or 41302 or 41305 or 41325
            or 41839 or 42108 or 42109 or 49918 or 49919 or 49920 => SqlServerFault.TakenBack,

        // A refused login: asked again it is refused again, whatever the severity says.
        18456 or 18452 or 18470 or 18486 or 18487 or 18488 => SqlServerFault.Other,

        // Timeout of a command, and the socket's words for a line that broke.
        -2 or 20 or 64 or 121 or 233 or 258 or 596 or 983 or 1236 or 6005 or 10053 or 10054 or 10060 => SqlServerFault.Unknown,

        _ => severity >= ConnectionLost ? SqlServerFault.Unknown : SqlServerFault.Other,
    };
}
