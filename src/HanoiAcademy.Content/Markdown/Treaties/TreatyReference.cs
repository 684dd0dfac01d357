using Markdig.Syntax.Inlines;

namespace HanoiAcademy.Content.Markdown.Treaties;

/// <summary><c>&lt;uncc:42&gt;</c>, <c>&lt;untoc:18(15)&gt;</c>.</summary>
internal sealed class TreatyReference : LeafInline
{
    public required Treaty Treaty { get; init; }

    /// <summary>Null when what follows the colon is no article.</summary>
    public required int? Article { get; init; }

    /// <summary>What follows the number, <c>(15)(a)</c>, or "".</summary>
    public required string Paragraph { get; init; }

    public required string Written { get; init; }

    public string Name => Treaty switch
    {
        Treaty.Uncc => "Hanoi Convention",
        Treaty.Budapest => "Budapest Convention",
        Treaty.Untoc => "UNTOC",
        _ => "UNCAC",
    };

    /// <summary>Articles in the treaty, for the check.</summary>
    public int Articles => Treaty switch
    {
        Treaty.Uncc => 68,
        Treaty.Budapest => 48,
        Treaty.Untoc => 41,
        _ => 71,
    };
}
