using System.Globalization;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Ids of one kind, each given once.</summary>
internal sealed class Ids(params string[] reserved)
{
    private readonly HashSet<string> _given = new(reserved, StringComparer.Ordinal);

    /// <param name="wanted">What it is called.</param>
    /// <param name="orElse">What it is called where that has no Latin letter, with a number: <c>team</c>.</param>
    /// <param name="number">The number it then has; null to count.</param>
    public string Give(string wanted, string orElse, string? number = null)
    {
        var slug = Slug.Of(wanted);
        if (!slug.Any(char.IsAsciiLetter))
            slug = slug.Length > 0 ? $"{orElse}-{slug}" : number is not null && Slug.Of(number) is { Length: > 0 } own ? $"{orElse}-{own}" : "";
        if (slug.Length > 0 && _given.Add(slug))
            return slug;
        for (var n = slug.Length == 0 ? 1 : 2; ; n++)
            if (string.Create(CultureInfo.InvariantCulture, $"{(slug.Length == 0 ? orElse : slug)}-{n}") is var id && _given.Add(id))
                return id;
    }
}
