using System.Text.Json;

namespace HanoiAcademy.Content.Reference;

/// <summary>The ATT&amp;CK technique ids (v19) that scenarios may cite, and the ids that v19 renamed.</summary>
public sealed class AttackReference
{
    private static readonly Lazy<AttackReference> Loaded = new(Load);

    private AttackReference(IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> renamed)
    {
        Names = names;
        Renamed = renamed;
    }

    public static AttackReference Current => Loaded.Value;

    /// <summary>Technique id (<c>T1566.002</c>) to its name.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>Id before v19 to the id that replaces it, for a sentence that mends.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; }

    private static AttackReference Load()
    {
        using var stream = typeof(AttackReference).Assembly.GetManifestResourceStream("Reference/attack-v19.json")
            ?? throw new InvalidOperationException("attack-v19.json was not built into the program.");
        using var json = JsonDocument.Parse(stream);
        return new(
            json.RootElement.GetProperty("techniques").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetProperty("name").GetString() ?? t.Name, StringComparer.Ordinal),
            json.RootElement.GetProperty("renamedInV19").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString() ?? "", StringComparer.Ordinal));
    }
}
