namespace HanoiAcademy.Content.Exchange;

/// <summary>What an import takes a file for. Its words on the wire and in i18n are its names in kebab case.</summary>
public enum ImportKind
{
    /// <summary>A table of injects with headings, .xlsx or .csv.</summary>
    Msel,

    /// <summary>An OpenAEV chronogram: a table of injects without headings.</summary>
    Chronogram,

    /// <summary>Our own workbook.</summary>
    Workbook,

    /// <summary>A MSEL that CMU Crucible Blueprint exported as JSON. Its .xlsx is an <see cref="Msel"/>.</summary>
    Blueprint,

    /// <summary>An OpenAEV (OpenBAS) scenario export, JSON or ZIP.</summary>
    OpenAev,

    /// <summary>A ZIP of a scenario folder.</summary>
    Folder,
}
