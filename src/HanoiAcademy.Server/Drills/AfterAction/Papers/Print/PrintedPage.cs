using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using HanoiAcademy.Server.Assets;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Print;

/// <summary>The report's page as one file that asks for nothing: the same view, its styles within it.</summary>
internal sealed partial class PrintedPage(IRazorViewEngine views, ITempDataDictionaryFactory temp, ClientBundle bundle, IWebHostEnvironment site)
{
    public async Task<string> Of(ReportDocument report, Paper paper, Uri? address, HttpContext http)
    {
        var (e, body) = (HtmlEncoder.Default, await Draw(report, http));
        // Links of the site lead to it from a file too. Within a text a quotation mark is written otherwise.
        if (address is not null)
            body = OfSite.Replace(body, _ => $"href=\"{e.Encode(address.AbsoluteUri)}");
        return $"""
            <!DOCTYPE html><html lang="{e.Encode(report.Language)}" dir="{(report.IsRightToLeft ? "rtl" : "ltr")}"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>{e.Encode(report.Title)}</title>
            <style>{Styles()}</style><style>@page {"{"} size: {paper.Name}; {"}"}</style></head><body><main class="site-content"><div class="after-action">
            <h1><bdi>{e.Encode(report.Title)}</bdi></h1>
            <table class="paper" role="presentation"><thead class="print-only-head"><tr><td><p class="exercise-banner">{e.Encode(report.Banner)}</p></td></tr></thead>
            <tfoot class="print-only-head"><tr><td><p class="paper-foot"><strong>{e.Encode(report.Banner)}</strong> · <bdi>{e.Encode(report.Title)}</bdi></p></td></tr></tfoot>
            <tbody><tr><td><article class="report">{body}</article></td></tr></tbody></table></div></main></body></html>
            """;
    }

    private async Task<string> Draw(ReportDocument report, HttpContext http)
    {
        var context = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var view = views.GetView(null, "/Drills/AfterAction/Document/_Document.cshtml", isMainPage: false).EnsureSuccessful(null).View!;
        await using var into = new StringWriter();
        await view.RenderAsync(new ViewContext(
            context, view, new ViewDataDictionary<ReportDocument>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = report }, temp.GetTempData(http), into, new HtmlHelperOptions()));
        return into.ToString();
    }

    private string Styles()
    {
        var all = new StringBuilder();
        foreach (var style in new[] { "site", "exercise" }.SelectMany(entry => bundle.Entry(entry).Styles).Distinct(StringComparer.Ordinal))
        {
            var file = site.WebRootFileProvider.GetFileInfo(style);
            if (!file.Exists)
                continue;
            using var reader = new StreamReader(file.CreateReadStream());
            all.Append(reader.ReadToEnd()).Append('\n');
        }

        return all.ToString();
    }

    /// <summary>What leads to another site begins with two.</summary>
    [GeneratedRegex("""href="/(?![/\\])""")]
    private static partial Regex OfSite { get; }
}
