using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Tables;

/// <summary>
/// In a box of its own that scrolls: a wide table must not make a phone's page scroll sideways. The box takes the
/// focus, or the keyboard could not scroll it.
/// </summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"table-wrap\" tabindex=\"0\"><table>");
        var inHead = false;
        var inBody = false;
        foreach (var row in table.OfType<TableRow>())
        {
            Open(renderer, row.IsHeader ? "<thead>" : "<tbody>", ref row.IsHeader ? ref inHead : ref inBody);
            renderer.WriteLine("<tr>");
            for (var i = 0; i < row.Count; i++)
                Cell(renderer, table, row, (TableCell)row[i], i);
            renderer.WriteLine("</tr>");
            if (row.IsHeader)
                renderer.WriteLine("</thead>");
        }

        if (inBody)
            renderer.WriteLine("</tbody>");
        renderer.WriteLine("</table></div>");
    }

    private static void Open(HtmlRenderer renderer, string tag, ref bool done)
    {
        if (!done)
            renderer.WriteLine(tag);
        done = true;
    }

    private static void Cell(HtmlRenderer renderer, Table table, TableRow row, TableCell cell, int index)
    {
        renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td");
        var column = cell.ColumnIndex >= 0 && cell.ColumnIndex < table.ColumnDefinitions.Count ? cell.ColumnIndex : Math.Min(index, table.ColumnDefinitions.Count - 1);
        renderer.Write((column < 0 ? null : table.ColumnDefinitions[column].Alignment) switch
        {
            TableColumnAlign.Right => " class=\"to-end\">",
            TableColumnAlign.Center => " class=\"to-middle\">",
            _ => ">",
        });
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell is [ParagraphBlock];
        renderer.Write(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine(row.IsHeader ? "</th>" : "</td>");
    }
}
