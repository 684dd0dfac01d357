namespace HanoiAcademy.Content.Yaml;

/// <summary>Ends the reading of a file that must not be read further; never leaves <see cref="YamlFile"/>.</summary>
internal sealed class YamlRefused(Position at, string code, string message) : Exception(message)
{
    public Position At { get; } = at;
    public string Code { get; } = code;
}
