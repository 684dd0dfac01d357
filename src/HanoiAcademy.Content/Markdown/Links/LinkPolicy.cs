namespace HanoiAcademy.Content.Markdown.Links;

internal enum LinkKind
{
    Refused,

    /// <summary>Inside the site or the content folder.</summary>
    Local,

    /// <summary>http or https, somewhere on the network.</summary>
    Outside,

    /// <summary>http or https to a name that is reserved for examples: it must not lead anywhere.</summary>
    Fictional,
}

/// <summary>What may stand in a link: an allow-list, because no list of what is dangerous is ever complete.</summary>
internal static class LinkPolicy
{
    private static readonly string[] FictionalEndings = [".example", ".test", ".invalid", ".example.com", ".example.net", ".example.org"];

    public static LinkKind Judge(string? url)
    {
        // Browsers drop control characters and read backslashes as slashes: ‘java\tscript:’ and ‘\\host’ must not pass.
        if (string.IsNullOrWhiteSpace(url) || url.Length > 2_000 || url.Any(c => char.IsControl(c) || c is '\\' or '<' or '>' or '"') || url != url.Trim())
            return LinkKind.Refused;
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var end = url.AsSpan().IndexOfAny('/', '?', '#');
        if (colon < 0 || (end >= 0 && end < colon))
            return url.StartsWith("//", StringComparison.Ordinal) ? LinkKind.Refused : LinkKind.Local;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            return LinkKind.Refused;
        return Array.Exists(FictionalEndings, e => ("." + uri.IdnHost).EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? LinkKind.Fictional : LinkKind.Outside;
    }
}
