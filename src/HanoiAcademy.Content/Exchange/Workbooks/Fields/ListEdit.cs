using HanoiAcademy.Content.Exchange.Edits;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>Makes one list of another by as few entries as it takes, so that the others keep their lines and their comments.</summary>
internal static class ListEdit
{
    public static void Change(FolderDraft folder, string file, YamlPath list, YamlItems old, YamlItems now)
    {
        var (from, to) = (old.Items, now.Items);
        var common = Common(from, to);
        // From the end, so that numbers before it stay what they are; first what is new, so that the list is never empty.
        int i = from.Count, j = to.Count;
        foreach (var (a, b) in common.AsEnumerable().Reverse().Append((-1, -1)))
        {
            for (; i - 1 > a && j - 1 > b; i--, j--)
            {
                var (at, item) = (i - 1, to[j - 1]);
                folder.Edit(file, yaml => YamlEdit.ReplaceItem(yaml, list, at, item));
            }

            for (; j - 1 > b; j--)
            {
                var (at, item) = (i, to[j - 1]);
                folder.Edit(file, yaml => YamlEdit.Insert(yaml, list, at, item));
            }

            for (; i - 1 > a; i--)
            {
                var at = i - 1;
                folder.Edit(file, yaml => YamlEdit.RemoveItem(yaml, list, at));
            }

            (i, j) = (a, b);
        }
    }

    /// <summary>Pairs of places of the longest list that is in both.</summary>
    private static List<(int, int)> Common(IReadOnlyList<YamlValue> from, IReadOnlyList<YamlValue> to)
    {
        var most = new int[from.Count + 1, to.Count + 1];
        for (var a = from.Count - 1; a >= 0; a--)
            for (var b = to.Count - 1; b >= 0; b--)
                most[a, b] = YamlValue.Same(from[a], to[b]) ? most[a + 1, b + 1] + 1 : Math.Max(most[a + 1, b], most[a, b + 1]);
        var pairs = new List<(int, int)>();
        for (int a = 0, b = 0; a < from.Count && b < to.Count;)
            if (YamlValue.Same(from[a], to[b]))
                pairs.Add((a++, b++));
            else
                _ = most[a + 1, b] >= most[a, b + 1] ? a++ : b++;
        return pairs;
    }
}
