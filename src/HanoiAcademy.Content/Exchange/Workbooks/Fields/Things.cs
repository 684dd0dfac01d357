using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>A team, an inject … with what is said of it, by the name of the field; what is empty is not said.</summary>
internal sealed record Said(ThingKey Key, Dictionary<string, string> Fields)
{
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}

/// <summary>What a folder holds of what the workbook holds, and where it stands.</summary>
internal static class Things
{
    public static IEnumerable<Place> Places(FolderDraft folder)
    {
        yield return Place.Top;
        var top = folder.Says(ScenarioReader.MainFile) ?? throw new EditRefused($"{ScenarioReader.MainFile} is missing or cannot be read.");
        foreach (var (team, map) in Items(YamlPath.Root, top, "teams"))
        {
            var id = map.TextOf("id");
            yield return new(new(ThingKind.Team, id), ScenarioReader.MainFile, team);
            foreach (var (role, own) in Items(team, map, "roles"))
                yield return new(new(ThingKind.Role, $"{id}.{own.TextOf("id")}"), ScenarioReader.MainFile, role);
        }

        foreach (var (path, id) in InjectFiles.All(folder))
            yield return new(new(ThingKind.Inject, id), path, YamlPath.Root);
        foreach (var (decision, map) in Items(YamlPath.Root, top, "decisions"))
        {
            var id = map.TextOf("id");
            yield return new(new(ThingKind.Decision, id), ScenarioReader.MainFile, decision);
            foreach (var (option, own) in Items(decision, map, "options"))
                yield return new(new(ThingKind.Option, $"{id}.{own.TextOf("id")}"), ScenarioReader.MainFile, option);
        }

        foreach (var (matter, map) in Items(YamlPath.Root, top, "matters"))
            yield return new(new(ThingKind.Matter, map.TextOf("id")), ScenarioReader.MainFile, matter);
        foreach (var (objective, map) in Items(YamlPath.Root, top, "objectives"))
            yield return new(new(ThingKind.Objective, map.TextOf("id")), ScenarioReader.MainFile, objective);
    }

    public static Place? Find(FolderDraft folder, ThingKey key) => Places(folder).FirstOrDefault(p => p.Key == key);

    /// <summary>In the order of the files.</summary>
    public static IReadOnlyList<Said> Read(FolderDraft folder)
    {
        var all = new Dictionary<ThingKey, Said>();
        var order = new List<Said>();
        foreach (var place in Places(folder))
        {
            if (place.Map.In(folder.Says(place.File)) is not YamlKeys map)
                throw new EditRefused($"{place.File} cannot be read; mend it first.");
            var said = new Said(place.Key, new(StringComparer.Ordinal));
            foreach (var field in Layout.Of(place.Key.Kind))
                if (field.Say(folder, place, map) is { Length: > 0 } text)
                    said.Fields[field.Name] = text;
            if (!all.TryAdd(place.Key, said))
                throw new EditRefused($"‘{place.Key.Id}’ stands twice in the files; mend that first.");
            order.Add(said);
        }

        return order;
    }

    private static IEnumerable<(YamlPath Path, YamlKeys Map)> Items(YamlPath at, YamlKeys map, string list)
    {
        if (map[list] is YamlItems items)
            for (var n = 0; n < items.Items.Count; n++)
                if (items.Items[n] is YamlKeys item && item.TextOf("id").Length > 0)
                    yield return (at.Key(list).Item(n), item);
    }
}
