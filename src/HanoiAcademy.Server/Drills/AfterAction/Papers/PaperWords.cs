using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers;

/// <summary>The few words that a file says beside its report, in the reader's language.</summary>
/// <param name="Contents">Above the table of contents.</param>
/// <param name="More">Where a table ends early: {0} rows are left out.</param>
/// <param name="Left">Where a file ends early for whatever reason: {0} are left out.</param>
/// <param name="Cut">Behind a text of which a cell holds no more.</param>
/// <param name="File">What the file's name begins with.</param>
/// <param name="Summary">The name of the first sheet.</param>
/// <param name="Site">Who made it.</param>
internal sealed record PaperWords(string Contents, string More, string Left, string Cut, string File, string Summary, string Site)
{
    public static PaperWords Of(Texts texts, string language)
    {
        string Say(string key) => texts.Find(language, key) ?? "";
        return new(Say("drills.papers.contents"), Say("drills.papers.more"), Say("drills.papers.left"), Say("drills.papers.cut"), Say("drills.papers.file"), Say("drills.papers.summary"), Say("site.name"));
    }
}
