namespace HanoiAcademy.Content.Reference;

/// <summary>How far the text of an article is verified. Shown as a letter beside every article that is cited.</summary>
public enum VerificationLevel
{
    /// <summary>A: the official text was read.</summary>
    FullText,

    /// <summary>B: a source prints number and title.</summary>
    Title,

    /// <summary>C: a source ties the number to the subject.</summary>
    Subject,

    /// <summary>D: the number follows from the order of the treaties it was modelled on, and from nothing else.</summary>
    StructureOnly,
}
