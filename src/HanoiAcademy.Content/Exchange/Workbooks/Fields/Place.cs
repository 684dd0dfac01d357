using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>Where a thing is written: a map in a file.</summary>
internal sealed record Place(ThingKey Key, string File, YamlPath Map)
{
    public static Place Top { get; } = new(new(ThingKind.Drill, ""), ScenarioReader.MainFile, YamlPath.Root);
}
