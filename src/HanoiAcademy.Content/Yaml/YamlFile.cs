using System.Text;
using HanoiAcademy.Content.Problems;
using YamlDotNet.Core;

namespace HanoiAcademy.Content.Yaml;

/// <summary>
/// Reads one YAML text into a positioned tree. Bind it with <see cref="YamlFields"/>:
/// <code>
/// var root = YamlFile.Read("scenarios/x/scenario.yaml", text, problems);
/// var fields = YamlFields.Of(root, "the scenario", problems);
/// var title = fields.Text("title");
/// foreach (var team in fields.Each("teams", "a team")) { …; team.NoOtherKeys(); }
/// fields.NoOtherKeys();
/// if (problems.HasErrors) return null;
/// </code>
/// </summary>
public static class YamlFile
{
    /// <param name="file">Name shown in problems, relative to the content root.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="limits">Null for the usual limits.</param>
    /// <param name="firstLine">Line of the file on which the text begins (2 for front matter).</param>
    /// <returns>The tree, or null when the text is no YAML we take; then at least one problem was added.</returns>
    public static YamlNode? Read(string file, string text, ProblemList problems, YamlLimits? limits = null, int firstLine = 1)
    {
        limits ??= YamlLimits.Default;
        if (Encoding.UTF8.GetByteCount(text) > limits.Bytes)
        {
            problems.Add(new(file, firstLine, 1, "yaml-too-big", $"The file is larger than {limits.Bytes / 1000} kB; split it or move long texts into Markdown files."));
            return null;
        }

        try
        {
            return new YamlTreeBuilder(file, firstLine, limits, problems).Build(new Parser(new StringReader(text)));
        }
        catch (YamlRefused refused)
        {
            problems.Add(refused.At, refused.Code, refused.Message);
        }
        catch (YamlException e)
        {
            if (Tab(text, (int)e.Start.Line) is var (line, column))
                problems.Add(new(file, line + firstLine - 1, column, "yaml-tab", "A tab stands before this line; YAML is indented with spaces alone. Put spaces in its place."));
            else
                problems.Add(new(file, (int)e.Start.Line + firstLine - 1, Math.Max(1, (int)e.Start.Column), "yaml-syntax",
                    $"This is not valid YAML ({Reason(e)}). Look at the indentation, the colons and the quotes of this line and the one before it."));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The scanner throws these on some damaged texts instead of its own exception.
            problems.Add(new(file, firstLine, 1, "yaml-syntax", "This is not valid YAML. Look for a stray character, an unclosed quote or bracket."));
        }

        return null;
    }

    /// <summary>The first tab in front of a line, from the line before the one that the parser stumbled over.</summary>
    private static (int Line, int Column)? Tab(string text, int stumbled)
    {
        var lines = text.Split('\n');
        for (var n = Math.Max(0, stumbled - 2); n < Math.Min(lines.Length, stumbled + 1); n++)
            if (lines[n].AsSpan(0, lines[n].Length - lines[n].AsSpan().TrimStart().Length).IndexOf('\t') is >= 0 and var column)
                return (n + 1, column + 1);
        return null;
    }

    // The parser's message may begin with its own position, which lacks our line offset.
    private static string Reason(YamlException e)
    {
        var message = e.Message;
        var end = message.StartsWith("(Line:", StringComparison.Ordinal) ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (end < 0 ? message : message[(end + 3)..]).TrimEnd('.');
    }
}
