namespace HanoiAcademy.Content.Problems;

public enum Severity
{
    /// <summary>The content still works; an author should look.</summary>
    Warning,

    /// <summary>The course or scenario is left out until this is mended.</summary>
    Error,
}
