namespace HanoiAcademy.Storage.People;

/// <summary>A person's names in what others typed. Only as words of their own: "An" is not looked for in "plan", and names of one or two letters not at all.</summary>
internal sealed class NameInWords
{
    private const int ShortestName = 3;

    private readonly List<string> _names;

    public NameInWords(params IEnumerable<string> names) =>
        // The longer first, which may hold the shorter.
        _names = [.. names.Select(name => name.Trim()).Where(name => name.Length >= ShortestName).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length)];

    public bool IsIn(string text) => _names.Any(name => Find(text, name, 0) >= 0);

    /// <summary>The text without the names, and without what stood between them and the rest; empty when nothing else stood there.</summary>
    public string TakenFrom(string text)
    {
        foreach (var name in _names)
        {
            for (var at = Find(text, name, 0); at >= 0; at = Find(text, name, at))
            {
                text = text.Remove(at, name.Length);
            }
        }

        return text.Any(char.IsLetterOrDigit) ? text.Trim(' ', ',', ';', '/', '-', '–') : "";
    }

    private static int Find(string text, string name, int from)
    {
        for (var at = text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length])))
            {
                return at;
            }
        }

        return -1;
    }
}
