using HanoiAcademy.Content.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HanoiAcademy.Content.Yaml;

/// <summary>
/// Event by event, because a deserialiser recurses: a file of ten thousand opening brackets would end the process,
/// and an alias bomb would fill memory before anyone could count. Our own recursion is bounded by the depth limit.
/// </summary>
internal sealed class YamlTreeBuilder(string file, int firstLine, YamlLimits limits, ProblemList problems)
{
    private int _events;
    private int _nodes;

    public YamlNode? Build(IParser parser)
    {
        Next(parser); // stream start
        if (Next(parser) is not DocumentStart)
        {
            problems.Add(new(file, firstLine, 1, "yaml-empty", "The file says nothing; write its keys."));
            return null;
        }

        var root = Node(parser, Next(parser), 1);
        Next(parser); // document end
        if (Next(parser) is DocumentStart second)
            problems.Add(At(second), "yaml-second-document", "One file holds one document; remove the line ‘---’ and what follows, or make it a file of its own.");
        return root;
    }

    private YamlNode Node(IParser parser, ParsingEvent e, int depth)
    {
        var at = At(e);
        if (depth > limits.Depth)
            throw new YamlRefused(at, "yaml-too-deep", $"Things are nested deeper than {limits.Depth} levels here; flatten them.");
        if (++_nodes > limits.Nodes)
            throw new YamlRefused(at, "yaml-too-many-nodes", $"The file holds more than {limits.Nodes} entries; split it.");
        if (e is AnchorAlias)
            throw new YamlRefused(at, "yaml-alias", "Aliases (*name) are not taken; write the value out.");
        if (e is not NodeEvent node)
            throw new YamlRefused(at, "yaml-syntax", "A value is missing here.");
        if (!node.Anchor.IsEmpty)
            throw new YamlRefused(at, "yaml-anchor", "Anchors (&name) are not taken; remove it and write the value out where it is needed.");
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            throw new YamlRefused(at, "yaml-tag", "Tags (!name) are not taken; remove it.");

        return e switch
        {
            Scalar scalar => new YamlScalar(at, scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any)),
            SequenceStart => List(parser, at, depth),
            MappingStart => Map(parser, at, depth),
            _ => throw new YamlRefused(at, "yaml-syntax", "A value is missing here."),
        };
    }

    private YamlList List(IParser parser, Position at, int depth)
    {
        var items = new List<YamlNode>();
        for (var e = Next(parser); e is not SequenceEnd; e = Next(parser))
            items.Add(Node(parser, e, depth + 1));
        return new(at, items);
    }

    private YamlMap Map(IParser parser, Position at, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Position>(StringComparer.Ordinal);
        for (var e = Next(parser); e is not MappingEnd; e = Next(parser))
        {
            if (Node(parser, e, depth + 1) is not YamlScalar key)
                throw new YamlRefused(At(e), "yaml-key", "A key must be a word, not a list or a map. A ‘{{’ at the start of a value wants quotes.");
            var value = Node(parser, Next(parser), depth + 1);
            if (seen.TryAdd(key.Value, key.At))
                entries.Add(new(key, value));
            else
                problems.Add(key.At, "yaml-key-twice", $"‘{key.Value}’ already stands on line {seen[key.Value].Line}; keep one of the two.");
        }

        return new(at, entries);
    }

    private ParsingEvent Next(IParser parser)
    {
        if (!parser.MoveNext() || parser.Current is not { } e)
            throw new YamlRefused(new(file, firstLine, 1), "yaml-syntax", "The file ends in the middle of something.");
        return ++_events <= limits.Events
            ? e
            : throw new YamlRefused(At(e), "yaml-too-many-nodes", $"The file holds more than {limits.Events} parts; split it.");
    }

    private Position At(ParsingEvent e) => new(file, (int)e.Start.Line + firstLine - 1, (int)e.Start.Column);
}
