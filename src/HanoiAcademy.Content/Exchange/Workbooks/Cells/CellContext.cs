using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>What a cell's meaning hangs on beside its own text.</summary>
/// <param name="Words">The language that is written; read are all.</param>
/// <param name="Contacts">Ids of the scenario's contacts: a sender that is one of them can be answered.</param>
/// <param name="Start">StartEx in story time, where the scenario says it and its one phase runs as fast as the drill: a date in a cell then has a drill time.</param>
internal sealed record CellContext(WorkbookWords Words, IReadOnlySet<string> Contacts, DateTimeOffset? Start)
{
    public static CellContext Of(FolderDraft folder, WorkbookWords words)
    {
        var top = folder.Says(ScenarioReader.MainFile) ?? YamlKeys.None;
        return new(words, Ids(top, "contacts"), StartOf(top));
    }

    private static HashSet<string> Ids(YamlKeys top, string list) =>
        top[list] is YamlItems items ? items.Items.OfType<YamlKeys>().Select(i => i.TextOf("id")).ToHashSet(StringComparer.Ordinal) : [];

    private static DateTimeOffset? StartOf(YamlKeys top) =>
        top["phases"] is YamlItems { Items: [YamlKeys phase] } && phase.TextOf("rate") is "" or "1" && StoryCell.TryRead(phase.TextOf("story"), out var start) ? start : null;
}
