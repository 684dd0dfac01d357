using HanoiAcademy.Content.Exchange.Edits;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>What a field writes with: into a thing that stands in a file, one key at a time, or into one that is still being made.</summary>
internal abstract class Pen(FolderDraft folder, ThingKey key)
{
    public FolderDraft Folder => folder;
    public ThingKey Key => key;

    public abstract YamlKeys Map { get; }

    /// <summary>Sets a key, also of a map in the map; null takes it away.</summary>
    public abstract void Set(IReadOnlyList<string> path, YamlValue? value);

    public YamlValue? Get(IReadOnlyList<string> path) => YamlPath.Root.Keys(path).In(Map);
}

internal sealed class NewThing(FolderDraft folder, ThingKey key) : Pen(folder, key)
{
    private YamlKeys _map = YamlKeys.None;

    public override YamlKeys Map => _map;

    public override void Set(IReadOnlyList<string> path, YamlValue? value) => _map = Set(_map, path, 0, value);

    private YamlKeys Set(YamlKeys map, IReadOnlyList<string> path, int at, YamlValue? value) => at == path.Count - 1
        ? map.Set(path[at], value, KeyOrder.Of(Key.Kind, path, at))
        : map.Set(path[at], Set(map[path[at]] as YamlKeys ?? YamlKeys.None, path, at + 1, value), KeyOrder.Of(Key.Kind, path, at));
}

internal sealed class KnownThing(FolderDraft folder, Place place) : Pen(folder, place.Key)
{
    public override YamlKeys Map => place.Map.In(Folder.Says(place.File)) as YamlKeys ?? throw new EditRefused($"{place.File} no longer holds ‘{Key.Id}’.");

    public override void Set(IReadOnlyList<string> path, YamlValue? value)
    {
        // A map that is not there yet comes whole.
        var depth = 0;
        while (depth < path.Count - 1 && Get([.. path.Take(depth + 1)]) is YamlKeys)
            depth++;
        if (value is null && depth < path.Count - 1)
            return;
        for (var n = path.Count - 1; n > depth; n--)
            value = new YamlKeys([new(path[n], value!)]);
        if (Get([.. path.Take(depth + 1)]) is YamlItems { Items.Count: > 0 } old && value is YamlItems { Items.Count: > 0 } now)
            ListEdit.Change(Folder, place.File, place.Map.Keys(path.Take(depth + 1)), old, now);
        else
            Folder.Edit(place.File, yaml => YamlEdit.Set(yaml, place.Map.Keys(path.Take(depth)), path[depth], value, KeyOrder.Of(Key.Kind, path, depth)));
    }
}
