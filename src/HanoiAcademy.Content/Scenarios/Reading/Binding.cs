using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>What all readers of one scenario share.</summary>
internal sealed class Binding(ContentFolder folder, YamlFields top, ProblemList problems)
{
    public ContentFolder Folder { get; } = folder;

    /// <summary>The map of scenario.yaml itself.</summary>
    public YamlFields Top { get; } = top;
    public ProblemList Problems { get; } = problems;
    public Register Register { get; } = new();

    /// <summary>The scenario's first language, in which every plain text is taken to be.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Files that something named or that have their place; the rest is reported as unused.</summary>
    public HashSet<string> UsedFiles { get; } = new(StringComparer.Ordinal);
}
