using System.Collections.Immutable;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HanoiAcademy.Server.Drills.AfterAction.Document;

/// <summary>A run as an element; in Razor's own lines its blanks would be lost or doubled.</summary>
internal static class RunHtml
{
    public static IHtmlContent Of(ImmutableArray<Run> runs)
    {
        var all = new HtmlContentBuilder();
        foreach (var run in runs)
            all.AppendHtml(Of(run));
        return all;
    }

    private static IHtmlContent Of(Run run)
    {
        // The text is encoded by the builder; nothing here is written as it stands.
        IHtmlContent content = new HtmlContentBuilder().Append(run.Text);
        if (run.IsCode)
            content = Wrap("code", content, null);
        if (run.IsStruck)
            content = Wrap("s", content, null);
        if (run.IsBold)
            content = Wrap("b", content, null);
        if (run.IsLeftToRight)
            content = Wrap("span", content, "ltr");
        else if (run.IsWritten || run.IsBold)
            content = Wrap("bdi", content, null);
        if (run.Tone != Tones.Plain)
            content = Wrap("span", content, run.Tone switch { Tones.Muted => "muted", Tones.Good => "badge badge-ok", Tones.Bad => "badge badge-bad", _ => "badge badge-watch" });
        if (run.Href is { } href && (href.StartsWith('/') || href.StartsWith('#')))
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = href;
            link.InnerHtml.AppendHtml(content);
            content = link;
        }

        return content;
    }

    private static TagBuilder Wrap(string name, IHtmlContent content, string? with)
    {
        var tag = new TagBuilder(name);
        if (with is not null)
            tag.AddCssClass(with);
        tag.InnerHtml.AppendHtml(content);
        return tag;
    }
}
