using System.Text;
using HanoiAcademy.Content.Files;

namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>
/// A folder while it is being changed: each file a text with plain line ends, of which one thing at a time is rewritten. Files that nobody touched keep their bytes.
/// </summary>
internal sealed class FolderDraft(ContentFolder before)
{
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _from = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _decoded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Text, YamlKeys? Says)> _said = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => before.Files.Select(f => f.Path).Where(p => !_gone.Contains(p)).Concat(_texts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public bool Has(string path) => _texts.ContainsKey(path) || (before.Has(path) && !_gone.Contains(path));

    public string Text(string path) => _texts.TryGetValue(path, out var text) ? text
        : _gone.Contains(path) || before.Find(path) is not { } file ? ""
        : _decoded.TryGetValue(path, out var known) ? known
        : _decoded[path] = SourceText.Read(file.Bytes) ?? throw new EditRefused($"{path} is not UTF-8; save it again with that encoding.");

    /// <exception cref="EditRefused">It holds half of a character, which has no bytes.</exception>
    public void Write(string path, string text) => _texts[path] = IsWhole(text) ? text : throw new EditRefused("It holds half of a character; type that character again.");

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
                return false;
        return true;
    }

    public void Delete(string path)
    {
        _texts.Remove(path);
        _gone.Add(path);
    }

    public void Rename(string path, string to)
    {
        if (Has(to))
            throw new EditRefused($"{to} is there already.");
        var (text, from) = (Text(path), _from.GetValueOrDefault(path, path));
        Delete(path);
        Write(to, text);
        _from[to] = from;
    }

    /// <summary>What the YAML of a file says, of a Markdown file its head; null when there is none that can be read.</summary>
    public YamlKeys? Says(string path)
    {
        if (!Has(path))
            return null;
        var text = Text(path);
        if (!_said.TryGetValue(path, out var known) || !ReferenceEquals(known.Text, text))
            _said[path] = known = (text, YamlEdit.Say(Yaml(path)));
        return known.Says;
    }

    public string Yaml(string path) => IsMarkdown(path) ? FrontMatter.Split(Text(path)).Yaml ?? "" : Text(path);

    /// <summary>Rewrites the YAML of a file, of a Markdown file its head.</summary>
    public void Edit(string path, Func<string, string> edit)
    {
        var text = Text(path);
        if (!IsMarkdown(path))
        {
            Write(path, edit(text));
            return;
        }

        var parts = FrontMatter.Split(text);
        if (parts.Yaml is not { } yaml)
            throw new EditRefused($"{path} has no head between two lines ‘---’.");
        var edited = edit(yaml + "\n");
        edited = edited.EndsWith('\n') ? edited[..^1] : edited;
        var after = string.Concat(text.AsSpan(0, 4), edited, text.AsSpan(4 + yaml.Length));
        if (FrontMatter.Split(after) is not { Yaml: { } now } split || now != edited || split.Body != parts.Body)
            throw new EditRefused("A line ‘---’ would end the head of the file too early.");
        Write(path, after);
    }

    /// <summary>What follows the head of a Markdown file, or the whole where it has none.</summary>
    public string Body(string path) => FrontMatter.Split(Text(path)).Body;

    /// <summary>The lines around the text stay.</summary>
    public void SetBody(string path, string body)
    {
        var (text, old) = (Text(path), Body(path));
        var trimmed = old.Trim();
        var lead = trimmed.Length == 0 ? "" : old[..old.IndexOf(trimmed, StringComparison.Ordinal)];
        var tail = trimmed.Length == 0 ? "\n" : old[(lead.Length + trimmed.Length)..];
        Write(path, text[..(text.Length - old.Length)] + lead + body + tail);
        if (Body(path).Trim() != body)
            throw new EditRefused("The text cannot begin with a line ‘---’.");
    }

    public ContentFolder ToFolder() => before.With(
        Paths.Select(path => _texts.TryGetValue(path, out var text)
            ? new ContentFile(path, before.Find(_from.GetValueOrDefault(path, path)) is { } old && !(_gone.Contains(path) && !_from.ContainsKey(path)) ? SourceText.Write(old.Bytes, text) : Encoding.UTF8.GetBytes(text))
            : before.Find(path)!));

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.Ordinal);
}
