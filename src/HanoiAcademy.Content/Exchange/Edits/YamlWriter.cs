using System.Globalization;
using System.Text;
using YamlDotNet.Core;

namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>Writes values as an author would: short things on one line, long ones a line each, quotes only where they are needed.</summary>
internal static class YamlWriter
{
    public const int Width = 140;

    /// <summary>All on one line.</summary>
    public static string Flow(YamlValue value) => value switch
    {
        YamlText text => Scalar(text.Text, inFlow: true),
        YamlItems { Items.Count: 0 } => "[]",
        YamlItems list => list.Items.All(item => item is YamlText) ? $"[{string.Join(", ", list.Items.Select(Flow))}]" : $"[ {string.Join(", ", list.Items.Select(Flow))} ]",
        YamlKeys { Entries.Count: 0 } => "{}",
        YamlKeys map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{Scalar(e.Key, inFlow: true)}: {Flow(e.Value)}"))} }}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The value of a key or of a list item, from behind ‘key:’ or ‘-’ on, with the gap before it.</summary>
    /// <param name="value">What to write.</param>
    /// <param name="indent">Column of the key or dash.</param>
    /// <param name="afterDash">Whether it stands behind a dash: a map then begins on the same line.</param>
    public static string After(YamlValue value, int indent, bool afterDash = false) => value switch
    {
        YamlText text => " " + Block(text.Text, indent),
        YamlItems list when IsShort(list) => " " + Flow(list),
        YamlItems list => string.Concat(list.Items.Select(item => $"\n{Gap(indent + 2)}-{After(item, indent + 2, afterDash: true)}")),
        YamlKeys map when IsShort(map) => " " + Flow(map),
        YamlKeys map when afterDash => " " + string.Join($"\n{Gap(indent + 2)}", map.Entries.Select(e => Entry(e, indent + 2))),
        YamlKeys map => string.Concat(map.Entries.Select(e => $"\n{Gap(indent + 2)}{Entry(e, indent + 2)}")),
        _ => throw new InvalidOperationException(),
    };

    public static string Entry(KeyValuePair<string, YamlValue> entry, int indent) => Scalar(entry.Key, inFlow: true) + ":" + After(entry.Value, indent);

    /// <summary>A map as lines, as in the head of an inject.</summary>
    public static string Lines(YamlKeys map) => string.Concat(map.Entries.Select(e => Entry(e, 0) + "\n"));

    private static bool IsShort(YamlValue value) => value switch
    {
        YamlItems list => list.Items.All(item => item is YamlText { Text.Length: < 60 }) && Flow(list).Length <= Width - 20,
        YamlKeys { IsBlock: true } => false,
        YamlKeys map => map.Entries.All(e => e.Value is YamlText || (e.Value is YamlItems list && list.Items.All(i => i is YamlText)) || IsPart(e.Value)) && Flow(map).Length <= Width - 20 && !Flow(map).Contains("\\n", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>Conditions and what is expected are read best as the language's own short form.</summary>
    private static bool IsPart(YamlValue value) => value is YamlKeys map && map.Entries.All(e => e.Value is YamlText or YamlKeys) && Flow(map).Length <= 80;

    /// <summary>A text in a line of its own key: several lines as a block, everything else as short as it can be.</summary>
    public static string Block(string text, int indent) => IsBlock(text) && !text.EndsWith('\n')
        ? "|-\n" + string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : Gap(indent + 2) + line))
        : Scalar(text, inFlow: false);

    /// <summary>Over several lines at spaces, as ‘>-’ reads them back; null where that would not say the same.</summary>
    public static string? Folded(string text, int indent, int width)
    {
        if (text.Length == 0 || text.Any(char.IsControl) || text.Contains("  ", StringComparison.Ordinal) || text[0] == ' ' || text[^1] == ' ')
            return null;
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
            if (lines[^1].Length == 0)
                lines[^1] = word;
            else if (indent + lines[^1].Length + 1 + word.Length <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        return ">-\n" + string.Join('\n', lines.Select(line => Gap(indent) + line));
    }

    public static string? Literal(string text, int indent) =>
        IsBlock(text + "\n") ? "|-\n" + string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : Gap(indent) + line)) : null;

    /// <summary>In the quotes it had, where the text can stand in them.</summary>
    public static string Scalar(string text, bool inFlow, ScalarStyle like = ScalarStyle.Plain) => like switch
    {
        ScalarStyle.SingleQuoted when !text.Any(char.IsControl) && IsPrintable(text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        ScalarStyle.DoubleQuoted => Quoted(text),
        _ => IsPlain(text, inFlow) ? text : Quoted(text),
    };

    private static bool IsBlock(string text) => text.Contains('\n', StringComparison.Ordinal) && !text.StartsWith(' ') && !text.StartsWith('\n') && !text.TrimEnd('\n').EndsWith(' ')
        && !text.Any(c => char.IsControl(c) && c != '\n') && IsPrintable(text) && !text.EndsWith("\n\n", StringComparison.Ordinal);

    private static bool IsPrintable(string text) => text.All(c => c is not ('\u0085' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'));

    // More careful than YAML asks: what another reader could take for something else is quoted.
    private static bool IsPlain(string text, bool inFlow) =>
        text.Length > 0 && text.Trim() == text && !text.Any(char.IsControl) && IsPrintable(text)
        && !"-?:,[]{}#&*!|>'\"%@`=~".Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':')
        && !(inFlow && text.AsSpan().ContainsAny(",[]{}")) && text != "null" && !LooksLikeDate(text);

    private static bool LooksLikeDate(string text) => text.Length >= 8 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3]) && text[4] == '-';

    private static string Quoted(string text)
    {
        var all = new StringBuilder("\"");
        foreach (var c in text)
            _ = c switch
            {
                '"' => all.Append("\\\""),
                '\\' => all.Append("\\\\"),
                '\n' => all.Append("\\n"),
                '\r' => all.Append("\\r"),
                '\t' => all.Append("\\t"),
                _ when char.IsControl(c) || !IsPrintable(c.ToString()) => all.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => all.Append(c),
            };
        return all.Append('"').ToString();
    }

    private static string Gap(int n) => new(' ', n);
}
