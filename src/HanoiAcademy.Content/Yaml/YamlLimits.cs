namespace HanoiAcademy.Content.Yaml;

/// <summary>
/// What one YAML file may be. Packages come from strangers: without limits a small file can ask for a deep stack or
/// for gigabytes.
/// </summary>
public sealed record YamlLimits(int Bytes = 1_000_000, int Depth = 32, int Nodes = 50_000, int Events = 120_000)
{
    public static YamlLimits Default { get; } = new();
}
