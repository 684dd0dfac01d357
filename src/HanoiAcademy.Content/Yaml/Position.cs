namespace HanoiAcademy.Content.Yaml;

/// <summary>Where something stands: file relative to the content root, line and column from 1.</summary>
public sealed record Position(string File, int Line, int Column);
