namespace HanoiAcademy.Content.Markdown;

/// <summary>The few words that rendering adds to an author's text, in the language of the courses.</summary>
internal static class MarkdownWords
{
    public const string Case = "Case";
    public const string Example = "Worked example";
    public const string Says = "What the text says";
    public const string Concern = "The concern";
    public const string Safeguard = "The safeguard to apply";
    public const string Level = "level";
    public const string DiagramAsText = "The diagram as text";

    public static string Alert(string kind) => kind switch
    {
        "HINT" => "Hint",
        "NOTE" => "Note",
        "TIP" => "Tip",
        "IMPORTANT" => "Important",
        "WARNING" => "Warning",
        "CAUTION" => "Caution",
        _ => "Note",
    };
}
