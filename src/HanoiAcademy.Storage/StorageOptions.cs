using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Storage;

public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The word that chooses the database; <c>Sqlite</c> needs no set-up.</summary>
    [RegularExpression("^Sqlite$", ErrorMessage = "Storage:Provider must be Sqlite; no other database is built in.")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The folder of <c>academy.db</c> and of all else that a backup must hold. The host makes it absolute.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Storage:DataFolder is empty; name the folder in which the academy keeps its data.")]
    public string DataFolder { get; set; } = "";

    /// <summary>A database is marked when it is made; one that was made for a demo is never opened for real work, nor the other way round.</summary>
    public bool Demo { get; set; }
}
