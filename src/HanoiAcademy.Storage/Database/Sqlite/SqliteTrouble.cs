using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HanoiAcademy.Storage.Database.Sqlite;

/// <summary>What a broken machine says, as a sentence for its operator.</summary>
internal static class SqliteTrouble
{
    public static Exception Explain(Exception e, string file) => e is not SqliteException sqlite ? e : sqlite.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new StorageException($"The disk that holds {file} is full: make room and try again; nothing half written is kept.", e),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY => new StorageException($"{file} cannot be opened for writing: check who owns it and its folder.", e),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StorageException($"{file} is held by another program: stop the other one that uses this data folder.", e),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new StorageException($"{file} is damaged or is no academy database: put it aside and restore a backup.", e),
        raw.SQLITE_IOERR => new StorageException($"The disk that holds {file} does not read or write ({sqlite.Message.TrimEnd('.')}): check the disk.", e),
        _ => e,
    };
}
