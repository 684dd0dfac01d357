namespace HanoiAcademy.Content.Yaml;

/// <summary>
/// YAML as written, each node with its place, so that a problem found much later (an id that nobody defines) can
/// still name file and line. Keys and values are text; their types are decided by who reads them, which keeps
/// <c>no</c>, <c>1e3</c> and <c>12:30</c> what the author typed.
/// </summary>
public abstract record YamlNode(Position At);

/// <param name="At">Where it stands.</param>
/// <param name="Value">The text, unescaped.</param>
/// <param name="Quoted">Whether it stood in quotes or as a block: then an empty text is meant.</param>
public sealed record YamlScalar(Position At, string Value, bool Quoted) : YamlNode(At)
{
    /// <summary>A plain nothing, <c>~</c> or <c>null</c>: the same as a key left out.</summary>
    public bool IsNull => !Quoted && Value is "" or "~" or "null";
}

public sealed record YamlList(Position At, IReadOnlyList<YamlNode> Items) : YamlNode(At);

/// <summary>Entries in the author's order; a key that stands twice was reported and only its first value kept.</summary>
public sealed record YamlMap(Position At, IReadOnlyList<YamlEntry> Entries) : YamlNode(At);

public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
