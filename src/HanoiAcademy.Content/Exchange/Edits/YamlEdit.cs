using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;
using YamlDotNet.Core;

namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>
/// Changes one thing in a YAML text and leaves every other character: comments, order, quotes, gaps. After each edit the text is read again and must say
/// exactly what it said before but for that one thing; otherwise nothing is changed and <see cref="EditRefused"/> says so.
/// </summary>
internal static class YamlEdit
{
    /// <param name="yaml">The text.</param>
    /// <param name="map">Where the map stands.</param>
    /// <param name="key">A key of it; added where it is missing.</param>
    /// <param name="value">Null takes the key away.</param>
    /// <param name="order">The usual order of the map's keys: says where a new one goes.</param>
    public static string Set(string yaml, YamlPath map, string key, YamlValue? value, IReadOnlyList<string> order)
    {
        var root = Say(yaml) ?? throw new EditRefused("This YAML cannot be read.");
        if (map.In(root) is not YamlKeys known)
            throw new EditRefused($"‘{map}’ is no map, so ‘{key}’ cannot be set in it.");
        var node = (MarkedMap)map.In(Marked.Read(yaml))!;
        var at = known.IndexOf(key);
        if (at < 0 && value is null)
            return yaml;
        var text = value is null ? RemoveEntry(yaml, node, at)
            : at >= 0 ? Replace(yaml, node, at, value)
            : AddEntry(yaml, node, known.PlaceFor(key, order), key, value, isTop: map.Steps.IsEmpty);
        return Checked(text, map.Replace(root, found => ((YamlKeys)found).Set(key, value, order)));
    }

    public static string Insert(string yaml, YamlPath list, int index, YamlValue item, bool? flow = null)
    {
        var root = Say(yaml)!;
        if (list.In(Marked.Read(yaml)) is not MarkedList { Items.Count: > 0 } node)
            throw new EditRefused($"‘{list}’ is no list with entries.");
        string text;
        if (node.IsFlow)
            text = index == 0 ? yaml.Insert(node.Items[0].Start, YamlWriter.Flow(item) + ", ") : yaml.Insert(node.Items[index - 1].End, ", " + YamlWriter.Flow(item));
        else
        {
            var indent = Column(yaml, node.Start);
            var like = node.Items[Math.Max(0, index - 1)];
            var isFlow = flow ?? (like is MarkedMap { IsFlow: true } || (like is MarkedMap { Entries.Count: 1 } && item is YamlKeys { Entries.Count: 1 }));
            var line = $"{yaml[LineStart(yaml, node.Start)..node.Start]}-{(isFlow ? " " + YamlWriter.Flow(item) : YamlWriter.After(item, indent, afterDash: true))}";
            if (line.AsSpan(0, indent).Trim().Length > 0)
                throw new EditRefused($"The list ‘{list}’ begins in the middle of a line.");
            text = index == 0 ? yaml.Insert(LineStart(yaml, node.Start), line + "\n") : AfterLine(yaml, node.Items[index - 1].End, line);
        }

        return Checked(text, list.Replace(root, found => ((YamlItems)found).Insert(index, item)));
    }

    public static string RemoveItem(string yaml, YamlPath list, int index)
    {
        var root = Say(yaml)!;
        if (list.In(Marked.Read(yaml)) is not MarkedList { Items.Count: > 1 } node)
            throw new EditRefused($"‘{list}’ is no list with more than one entry.");
        var text = node.IsFlow ? Cut(yaml, node.Items, index) : CutLines(yaml, Dash(yaml, node.Items[index].Start), node.Items[index].End);
        return Checked(text, list.Replace(root, found => ((YamlItems)found).Without(index)));
    }

    public static string ReplaceItem(string yaml, YamlPath list, int index, YamlValue item)
    {
        var root = Say(yaml)!;
        if (list.In(Marked.Read(yaml)) is not MarkedList node)
            throw new EditRefused($"‘{list}’ is no list.");
        var old = node.Items[index];
        return Checked(Splice(yaml, old.Start, old.End, Rewritten(yaml, old, item, node.IsFlow, Column(yaml, node.Start))), list.Replace(root, found => ((YamlItems)found).With(index, item)));
    }

    /// <summary>What a text says; null when it cannot be read.</summary>
    public static YamlKeys? Say(string yaml) => YamlFile.Read("", yaml, new ProblemList()) is { } node ? YamlValue.Of(node) as YamlKeys : null;

    private static string Checked(string text, YamlValue wanted)
    {
        var problems = new ProblemList();
        return YamlFile.Read("", text, problems) is { } node && !problems.HasErrors && YamlValue.Same(YamlValue.Of(node), wanted)
            ? text
            : throw new EditRefused("It cannot be written here without changing something else; write it into the file by hand.");
    }

    private static string Replace(string yaml, MarkedMap map, int at, YamlValue value)
    {
        var old = map.Entries[at].Value;
        if (old is MarkedScalar { Value: "" } && old.Start == old.End)
            return yaml.Insert(old.Start, map.IsFlow ? " " + YamlWriter.Flow(value) : YamlWriter.After(value, Column(yaml, map.Start)));
        return Splice(yaml, old.Start, old.End, Rewritten(yaml, old, value, map.IsFlow, Column(yaml, map.Start)));
    }

    /// <summary>In the form that stood there: its quotes, its block, its brackets.</summary>
    private static string Rewritten(string yaml, Marked old, YamlValue value, bool inFlow, int indent)
    {
        if (value is YamlText { Text: var text } && old is MarkedScalar scalar)
        {
            var lines = yaml[scalar.Start..scalar.End].Split('\n');
            if (!inFlow && scalar.Style is ScalarStyle.Folded or ScalarStyle.Literal && lines.Length > 1)
            {
                var own = lines.Skip(1).Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
                var width = Math.Max(80, lines.Max(line => line.Length));
                return (scalar.Style == ScalarStyle.Folded ? YamlWriter.Folded(text, own, width) : null) ?? YamlWriter.Literal(text, own) ?? YamlWriter.Scalar(text, inFlow);
            }

            return inFlow || scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? YamlWriter.Scalar(text, inFlow, scalar.Style) : YamlWriter.Block(text, indent);
        }

        if (!inFlow && value is YamlItems list && old is MarkedList { IsFlow: false } block2)
        {
            var at = Column(yaml, block2.Start);
            return string.Join('\n' + new string(' ', at), list.Items.Select(item => "-" + YamlWriter.After(item, at, afterDash: true)));
        }

        return YamlWriter.Flow(value);
    }

    private static string AddEntry(string yaml, MarkedMap map, int at, string key, YamlValue value, bool isTop)
    {
        var entry = new KeyValuePair<string, YamlValue>(key, value);
        if (map.IsFlow)
            return map.Entries.Count == 0 ? Splice(yaml, map.Start, map.End, YamlWriter.Flow(new YamlKeys([entry])))
                : at == 0 ? yaml.Insert(map.Entries[0].Key.Start, $"{YamlWriter.Scalar(key, true)}: {YamlWriter.Flow(value)}, ")
                : yaml.Insert(map.Entries[at - 1].Value.End, $", {YamlWriter.Scalar(key, true)}: {YamlWriter.Flow(value)}");
        var indent = Column(yaml, map.Start);
        var line = new string(' ', indent) + YamlWriter.Entry(entry, indent);
        if (at == 0)
            return yaml.Insert(map.Start, YamlWriter.Entry(entry, indent) + "\n" + new string(' ', indent));
        // A list of things in scenario.yaml stands apart from what is before it.
        var gap = isTop && value is YamlItems { Items: [YamlKeys, ..] } ? "\n" : "";
        return AfterLine(yaml, map.Entries[at - 1].Value.End, gap + line);
    }

    private static string RemoveEntry(string yaml, MarkedMap map, int at)
    {
        if (map.Entries.Count == 1)
            throw new EditRefused($"‘{map.Entries[0].Key.Value}’ is all that stands there; take the whole away.");
        if (map.IsFlow)
            return Cut(yaml, [.. map.Entries.Select(e => new MarkedScalar(e.Key.Start, e.Value.End, "", ScalarStyle.Plain))], at);
        var (key, value) = map.Entries[at];
        // Behind a dash the next key moves up.
        return yaml.AsSpan(LineStart(yaml, key.Start), key.Start - LineStart(yaml, key.Start)).Trim().Length > 0 && at + 1 < map.Entries.Count
            ? Splice(yaml, key.Start, map.Entries[at + 1].Key.Start, "")
            : CutLines(yaml, key.Start, value.End);
    }

    /// <summary>Takes one of several things in brackets away, with one comma.</summary>
    private static string Cut(string yaml, IReadOnlyList<Marked> items, int at) =>
        at + 1 < items.Count ? Splice(yaml, items[at].Start, items[at + 1].Start, "")
        : at > 0 ? Splice(yaml, items[at - 1].End, items[at].End, "")
        : Splice(yaml, items[at].Start, items[at].End, "");

    private static string CutLines(string yaml, int start, int end)
    {
        var to = yaml.IndexOf('\n', end);
        return Splice(yaml, LineStart(yaml, start), to < 0 ? yaml.Length : to + 1, "");
    }

    /// <summary>Where the dash of a list item stands.</summary>
    private static int Dash(string yaml, int start)
    {
        var at = start - 1;
        while (at >= 0 && yaml[at] is ' ' or '\n')
            at--;
        return at >= 0 && yaml[at] == '-' ? at : throw new EditRefused("A comment stands between the dash and its entry.");
    }

    /// <summary>A new line below the one in which something ends, behind what else stands in that line.</summary>
    private static string AfterLine(string yaml, int end, string line)
    {
        var at = yaml.IndexOf('\n', end);
        return at < 0 ? yaml + "\n" + line : yaml.Insert(at + 1, line + "\n");
    }

    private static int LineStart(string yaml, int at) => at == 0 ? 0 : yaml.LastIndexOf('\n', at - 1) + 1;

    private static int Column(string yaml, int at) => at - LineStart(yaml, at);

    private static string Splice(string yaml, int start, int end, string text) => string.Concat(yaml.AsSpan(0, start), text, yaml.AsSpan(end));
}
