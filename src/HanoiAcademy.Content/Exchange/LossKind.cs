namespace HanoiAcademy.Content.Exchange;

/// <summary>What became of something in another tool's file. The names in lower case are its words on the wire and in i18n.</summary>
public enum LossKind
{
    /// <summary>It is in the scenario as it was.</summary>
    Kept,

    /// <summary>It is in the scenario, but not as it was: a date counted from StartEx, HTML made Markdown, a row held back as a contingency inject.</summary>
    Changed,

    /// <summary>It is not in the scenario.</summary>
    Dropped,

    /// <summary>A drill needs it or is poorer without it, and the file does not say it: an author has to.</summary>
    ToWrite,
}
