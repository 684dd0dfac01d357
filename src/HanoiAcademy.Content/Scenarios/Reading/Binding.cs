using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>What all readers of one scenario share.</summary>
internal sealed class Binding
{
    public Binding(ContentFolder folder, YamlFields top, ProblemList problems)
    {
        (Folder, Top, Problems) = (folder, top, problems);
        Translations = new Translations(this);
    }

    public ContentFolder Folder { get; }

    /// <summary>The map of scenario.yaml itself.</summary>
    public YamlFields Top { get; }
    public ProblemList Problems { get; }
    public Register Register { get; } = new();

    /// <summary>The scenario's first language, in which every plain text is taken to be.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Its texts in the other languages.</summary>
    public Translations Translations { get; }

    /// <summary>Data sets whose retention is counted from when they were made: story time, provider, and where it is written.</summary>
    public Dictionary<string, (long Story, string Provider, Position At)> Recorded { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that something named or that have their place; the rest is reported as unused.</summary>
    public HashSet<string> UsedFiles { get; } = new(StringComparer.Ordinal);
}
