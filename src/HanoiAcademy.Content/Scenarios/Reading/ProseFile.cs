using System.Text;
using HanoiAcademy.Content.Markdown;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Drills.Scenarios;
using ScenarioText = HanoiAcademy.Drills.Scenarios.Text;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>A Markdown file of its own that belongs to something in scenario.yaml.</summary>
internal static class ProseFile
{
    /// <summary>A missing file is a warning: a drill can be played without, but somebody will sit there with an empty page.</summary>
    public static Prose Read(string path, Item owner)
    {
        var b = owner.Binding;
        b.UsedFiles.Add(path);
        if (!b.Folder.Has(path))
        {
            b.Problems.Add(owner.Fields.At, "prose-missing", $"‘{path}’ is missing, so this {owner.Fields.What[(owner.Fields.What.IndexOf(' ', StringComparison.Ordinal) + 1)..]} has no text of its own; write that file.", Severity.Warning);
            return Prose.Empty;
        }

        return b.Folder.Text(path, b.Problems) is { } text ? b.Translations.With(Of(b.Folder.NameOf(path), 1, text, b.Language, b), path) : Prose.Empty;
    }

    /// <param name="file">Name for problems.</param>
    /// <param name="line">Line of the file on which the text begins.</param>
    /// <param name="markdown">What the author wrote.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="b">The binding.</param>
    public static Prose Of(string file, int line, string markdown, string language, Binding b)
    {
        if (Encoding.UTF8.GetByteCount(markdown) > Item.MostTextBytes)
        {
            b.Problems.Add(new(file, line, 1, "text-too-long", $"A text may have {Item.MostTextBytes / 1000} kB; shorten it, or make part of it an evidence file."));
            return Prose.Empty;
        }

        if (string.IsNullOrWhiteSpace(markdown))
        {
            b.Problems.Add(new(file, line, 1, "text-empty", "The text is missing here; write what the players read."));
            return Prose.Empty;
        }

        var trimmed = markdown.Trim('\n');
        var first = line + markdown.Length - markdown.TrimStart('\n').Length;
        AcademyMarkdown.CheckMessage(file, trimmed, b.Problems, first);
        return new(ScenarioText.Of(language, trimmed), ScenarioText.Of(language, AcademyMarkdown.RenderMessage(trimmed)));
    }
}
