using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>Takes a thing out of the files, with its own texts and their translations: one of nothing would be an error.</summary>
internal static class Removal
{
    public static void Remove(FolderDraft folder, ThingKey key)
    {
        var place = Things.Find(folder, key) ?? throw new EditRefused($"‘{key.Id}’ is no longer in the files.");
        foreach (var path in Files(folder, key))
            folder.Delete(path);
        if (key.Kind == ThingKind.Inject)
            return;
        var list = place.Map.Parent;
        var owner = list.Parent;
        var at = (int)place.Map.Last;
        folder.Edit(place.File, yaml => list.In(YamlEdit.Say(yaml)) is YamlItems { Items.Count: > 1 }
            ? YamlEdit.RemoveItem(yaml, list, at)
            : YamlEdit.Set(yaml, owner, (string)list.Last, null, []));
        foreach (var path in folder.Paths.Where(p => IsTranslation(p) && p.EndsWith("/texts.yaml", StringComparison.Ordinal)).ToList())
            RemoveTexts(folder, path, YamlPath.Root, TextPath(key) + ".");
    }

    /// <summary>Files that go with a thing and of which no cell shows anything: variants of an inject, and translations.</summary>
    public static IReadOnlyList<string> Unseen(FolderDraft folder, ThingKey key) =>
        [.. Files(folder, key).Where(path => key.Kind == ThingKind.Inject ? path != InjectFiles.Find(folder, key.Id) : IsTranslation(path))];

    private static IReadOnlyList<string> Files(FolderDraft folder, ThingKey key)
    {
        if (key.Kind == ThingKind.Inject)
            return InjectFiles.Family(folder, key.Id);
        var own = Texts(key).ToList();
        return [.. folder.Paths.Where(path => own.Any(text => path == text || (IsTranslation(path) && path.EndsWith("/" + text, StringComparison.Ordinal)))
            || (key.Kind == ThingKind.Team && path.Contains($"briefs/{key.Id}.", StringComparison.Ordinal)))];
    }

    private static bool IsTranslation(string path) => path.StartsWith("i18n/", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(ThingKey key) => Layout.Of(key.Kind).OfType<FileField>().Select(f => f.PathOf(key.Id));

    /// <summary>Where its short texts stand in texts.yaml.</summary>
    private static string TextPath(ThingKey key) => key.Kind switch
    {
        ThingKind.Team => "teams." + key.Id,
        ThingKind.Role => $"teams.{key.Owner!.Id}.roles.{key.OwnId}",
        ThingKind.Decision => "decisions." + key.Id,
        ThingKind.Option => $"decisions.{key.Owner!.Id}.options.{key.OwnId}",
        ThingKind.Matter => "matters." + key.Id,
        _ => "objectives." + key.Id,
    };

    /// <summary>Paths may be written out or as maps in maps.</summary>
    private static void RemoveTexts(FolderDraft folder, string path, YamlPath at, string prefix)
    {
        if (at.In(folder.Says(path)) is not YamlKeys map)
            return;
        foreach (var (key, value) in map.Entries)
            if ((key + ".").StartsWith(prefix, StringComparison.Ordinal))
                folder.Edit(path, yaml => YamlEdit.Set(yaml, at, key, null, []));
            else if (value is YamlKeys && prefix.StartsWith(key + ".", StringComparison.Ordinal))
                RemoveTexts(folder, path, at.Key(key), prefix[(key.Length + 1)..]);
    }
}
