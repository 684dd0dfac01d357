using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Exchange;

/// <summary>A ZIP of a scenario folder: taken as it is. Its id is its own, so that what names it goes on to.</summary>
internal sealed class FolderSource(ContentFolder folder, string fileName) : IImportSource
{
    public string Words => "a ZIP of a scenario folder";

    public ImportLook Look(ColumnMapping? template) => new(ImportKind.Folder, [], null, Value("id") ?? DraftTitle.Id(DraftTitle.Of(fileName)), Value("title") ?? DraftTitle.Of(fileName), []);

    public (ContentFolder? Folder, IReadOnlyList<ImportRow> Rows) Run(ImportOrder order, LossBook loss, ProblemList problems)
    {
        var id = Value("id") ?? DraftTitle.Id(DraftTitle.Of(fileName));
        if (order.Id is { } wanted && wanted != id)
            problems.Add(new(fileName, 1, 1, "import-folder-id", $"This folder is the scenario ‘{id}’ and is taken as it is; import it under that id, or change ‘id’ in its scenario.yaml first."));
        loss.Kept("", $"All {folder.Files.Count} files, byte for byte.");
        return (ContentFolder.Of("scenarios/" + id, folder.Files, FolderLimits.Scenario), []);
    }

    private string? Value(string key)
    {
        var ignored = new ProblemList();
        return folder.Text(ScenarioReader.MainFile, ignored) is { } text && YamlFile.Read("", text, ignored) is YamlMap map
            && map.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value is YamlScalar { Value.Length: > 0 and <= 200 } scalar ? scalar.Value : null;
    }
}
