using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Storage;

public sealed class StorageOptions
{
    public const string Section = "Storage";

    public const string Sqlite = "Sqlite";
    public const string SqlServer = "SqlServer";

    /// <summary>The word that chooses the database; <see cref="Sqlite"/> needs no set-up.</summary>
    [RegularExpression("^(Sqlite|SqlServer)$", ErrorMessage = "Storage:Provider must be Sqlite or SqlServer; no other database is built in.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>For SQL Server: <c>ConnectionStrings:Academy</c>, put here by the set-up. It holds a password.</summary>
    public string? ConnectionString { get; internal set; }

    /// <summary>
    /// Tests only: several processes use one SQLite file. Each keeps its one writer, which waits for the others' and tries again; no
    /// throughput is promised.
    /// </summary>
    public bool SharedFile { get; set; }

    /// <summary>The folder of <c>academy.db</c> and of all else that a backup must hold. The host makes it absolute.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Storage:DataFolder is empty; name the folder in which the academy keeps its data.")]
    public string DataFolder { get; set; } = "";

    /// <summary>A database is marked when it is made; one that was made for a demo is never opened for real work, nor the other way round.</summary>
    public bool Demo { get; set; }
}
