using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>YAML with the place of each node in its text, from <paramref name="Start"/> up to <paramref name="End"/>, so that one node can be rewritten and every other character stay.</summary>
internal abstract record Marked(int Start, int End)
{
    /// <summary>The text must have been read by <see cref="Yaml.YamlFile"/> before: that holds depth and size.</summary>
    public static Marked? Read(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.MoveNext();
        if (!parser.MoveNext() || parser.Current is not DocumentStart)
            return null;
        parser.MoveNext();
        return Node(parser, yaml);
    }

    private static Marked Node(Parser parser, string yaml)
    {
        var e = parser.Current!;
        var start = (int)e.Start.Index;
        switch (e)
        {
            case Scalar scalar:
                // A block text's mark lies behind the empty lines after it.
                var end = (int)e.End.Index;
                while (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && end > start && yaml[end - 1] is '\n' or ' ')
                    end--;
                return new MarkedScalar(start, end, scalar.Value, scalar.Style);
            case SequenceStart list:
                var items = new List<Marked>();
                for (parser.MoveNext(); parser.Current is not SequenceEnd; parser.MoveNext())
                    items.Add(Node(parser, yaml));
                var isFlow = list.Style == SequenceStyle.Flow;
                return new MarkedList(start, isFlow ? (int)parser.Current.End.Index + 1 : items.Count == 0 ? start : items[^1].End, items, isFlow);
            case MappingStart map:
                var entries = new List<MarkedEntry>();
                for (parser.MoveNext(); parser.Current is not MappingEnd; parser.MoveNext())
                {
                    var key = (MarkedScalar)Node(parser, yaml);
                    parser.MoveNext();
                    entries.Add(new(key, Node(parser, yaml)));
                }

                isFlow = map.Style == MappingStyle.Flow;
                return new MarkedMap(start, isFlow ? (int)parser.Current.End.Index + 1 : entries.Count == 0 ? start : entries[^1].Value.End, entries, isFlow);
            default:
                throw new EditRefused("This YAML cannot be edited.");
        }
    }
}

internal sealed record MarkedScalar(int Start, int End, string Value, ScalarStyle Style) : Marked(Start, End);

internal sealed record MarkedList(int Start, int End, IReadOnlyList<Marked> Items, bool IsFlow) : Marked(Start, End);

internal sealed record MarkedMap(int Start, int End, IReadOnlyList<MarkedEntry> Entries, bool IsFlow) : Marked(Start, End);

internal readonly record struct MarkedEntry(MarkedScalar Key, Marked Value);
