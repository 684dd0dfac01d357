using System.Globalization;
using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>Makes changes in the files, one after the other; each is read again before the next.</summary>
internal static class Applying
{
    /// <exception cref="EditRefused">It would not say what was wanted.</exception>
    public static void Apply(FolderDraft folder, Step step)
    {
        if (step.Said is null)
            Removal.Remove(folder, step.Key);
        else if (step.Field is null)
            Add(folder, step.Said);
        else
            Change(folder, step.Key, step.Field, step.Said[step.Field.Name]);
    }

    private static void Change(FolderDraft folder, ThingKey key, Field field, string said)
    {
        var place = Things.Find(folder, key) ?? throw new EditRefused($"‘{key.Id}’ is no longer in the files.");
        field.Write(new KnownThing(folder, place), said);
        place = Things.Find(folder, key)!;
        if (field.Say(folder, place, (YamlKeys)place.Map.In(folder.Says(place.File))!) != said)
            throw new EditRefused("It cannot be written so that it says the same when it is read; write it into the file by hand.");
    }

    private static void Add(FolderDraft folder, Said said)
    {
        if (said.Key.Kind == ThingKind.Inject)
            AddInject(folder, said);
        else if (said.Key.Owner is { } owner)
            AddItem(folder, said, Things.Find(folder, owner)?.Map ?? throw new EditRefused($"‘{owner.Id}’, to which this belongs, is not in the files."), said.Key.Kind == ThingKind.Role ? "roles" : "options");
        else
            AddItem(folder, said, YamlPath.Root, said.Key.Kind switch { ThingKind.Team => "teams", ThingKind.Decision => "decisions", ThingKind.Matter => "matters", _ => "objectives" });
        var place = Things.Find(folder, said.Key) ?? throw new EditRefused("It was written and is not found again.");
        var map = (YamlKeys)place.Map.In(folder.Says(place.File))!;
        foreach (var field in Layout.Of(said.Key.Kind).Where(f => said[f.Name].Length > 0))
            if (field.Say(folder, place, map) != said[field.Name])
                throw new EditRefused($"‘{field.Name}’ cannot be written so that it says the same when it is read.");
    }

    private static void AddInject(FolderDraft folder, Said said)
    {
        var fields = Layout.Of(ThingKind.Inject);
        var pen = new NewThing(folder, said.Key);
        foreach (var field in fields.Where(f => f is not (OrderField or BodyField) && said[f.Name].Length > 0))
            field.Write(pen, said[field.Name]);
        var number = said["order"].Length > 0 ? int.Parse(said["order"], CultureInfo.InvariantCulture) : (int?)null;
        var path = InjectFiles.NewPath(folder, said.Key.Id, number);
        if (folder.Has(path))
            throw new EditRefused($"{path} is there already.");
        folder.Write(path, $"---\n{YamlWriter.Lines(pen.Map)}---\n{said["text"]}\n");
        said.Fields["order"] = InjectFiles.NumberOf(path).ToString(CultureInfo.InvariantCulture);
        // The file names of variants and translations follow a pattern that an id could fall into.
        if (InjectFiles.Find(folder, said.Key.Id) != path || folder.Says(path) is null)
            throw new EditRefused("It was written and cannot be read again.");
    }

    private static void AddItem(FolderDraft folder, Said said, YamlPath owner, string list)
    {
        var pen = new NewThing(folder, said.Key);
        pen.Set(["id"], YamlValue.Of(said.Key.OwnId));
        foreach (var field in Layout.Of(said.Key.Kind).Where(f => said[f.Name].Length > 0))
            field.Write(pen, said[field.Name]);
        var isBlock = said.Key.Kind is ThingKind.Team or ThingKind.Decision or ThingKind.Matter;
        var item = pen.Map with { IsBlock = isBlock };
        var at = owner.Key(list);
        folder.Edit(ScenarioReader.MainFile, yaml => at.In(YamlEdit.Say(yaml)) is YamlItems { Items.Count: > 0 } items
            ? YamlEdit.Insert(yaml, at, items.Items.Count, item, isBlock ? false : null)
            : YamlEdit.Set(yaml, owner, list, new YamlItems([item]), owner.Steps.IsEmpty ? KeyOrder.Top : KeyOrder.Of(said.Key.Owner!.Kind, [list], 0)));
    }
}
