using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>StartEx in story time: where the first phase begins.</summary>
internal sealed class StartField() : Field(ThingKind.Drill, "start")
{
    private static readonly StoryCell Story = new();

    public override IReadOnlyList<string> Keys { get; } = ["phases"];

    public override string Say(FolderDraft folder, Place place, YamlKeys map) => map["phases"] is YamlItems { Items: [YamlKeys phase, ..] } && phase["story"] is { } story ? Story.Say(story) : "";

    public override void Write(Pen pen, string said)
    {
        if (pen.Map["phases"] is YamlItems { Items: [YamlKeys, ..] })
        {
            if (said.Length == 0)
                throw new EditRefused("The scenario's phases need the story time of StartEx; write it.");
            pen.Folder.Edit(ScenarioReader.MainFile, yaml => YamlEdit.Set(yaml, YamlPath.Root.Key("phases").Item(0), "story", YamlValue.Of(said), []));
        }
        else if (said.Length > 0)
            pen.Set(["phases"], new YamlItems([new YamlKeys([new("id", YamlValue.Of("drill")), new("title", YamlValue.Of(pen.Map.TextOf("title"))), new("at", YamlValue.Of("0m")), new("story", YamlValue.Of(said))])]));
    }

    public override string Show(string said, CellContext context) => Story.Show(said, context);

    public override string Parse(SheetCell cell, CellContext context) => Story.Parse(cell, context);
}
