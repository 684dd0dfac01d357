namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>What a column of a table of injects is. Its words on the wire and in i18n are its names in kebab case.</summary>
public enum ColumnMeaning
{
    /// <summary>Nothing of it is taken; the loss report says so.</summary>
    Ignore,

    /// <summary>The event's number or code.</summary>
    Number,

    /// <summary>When it comes: a date with its time, a time of day, or a distance from StartEx.</summary>
    Time,

    /// <summary>The day alone, where another column has the time of day.</summary>
    Date,

    /// <summary>When it happens in the story, where that differs from when it comes.</summary>
    StoryTime,

    /// <summary>The event in a few words: the subject that players read first.</summary>
    Subject,

    /// <summary>A short name, beside a subject of its own.</summary>
    Title,

    /// <summary>What happens, for those who run the drill.</summary>
    Description,

    /// <summary>Who gives it to the players.</summary>
    Controller,

    /// <summary>By what means it reaches them: e-mail, telephone, news …</summary>
    Mode,

    /// <summary>Who is supposed to have sent it.</summary>
    From,

    /// <summary>Who gets it.</summary>
    To,

    /// <summary>What they read.</summary>
    Message,

    /// <summary>What a good team does; several columns may be that.</summary>
    Expected,

    /// <summary>The objective it serves.</summary>
    Objective,

    /// <summary>Notes for those who run the drill.</summary>
    Notes,

    /// <summary>The phase or move it belongs to.</summary>
    Phase,

    /// <summary>Approved, pending, cancelled …</summary>
    Status,

    /// <summary>How long it takes.</summary>
    Duration,

    /// <summary>Where it happens.</summary>
    Place,
}
