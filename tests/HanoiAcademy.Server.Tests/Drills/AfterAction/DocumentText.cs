using System.Collections.Immutable;
using System.Text;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Tests.Drills.AfterAction;

/// <summary>A document as plain lines, so that a change of what a report says is seen where it is looked through.</summary>
internal static class DocumentText
{
    public static string Of(ReportDocument document)
    {
        var text = new StringBuilder().Append(document.Banner).Append('\n').Append("# ").Append(document.Title).Append('\n');
        foreach (var block in document.Blocks)
            Append(text, block);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Append('\n').Append('#', heading.Level + 1).Append(' ').Append(heading.Text).Append('\n');
                break;
            case ParagraphBlock paragraph:
                text.Append(Runs(paragraph.Runs)).Append('\n');
                break;
            case ListBlock list:
                foreach (var item in list.Items)
                    text.Append("- ").Append(Runs(item)).Append('\n');
                break;
            case TableBlock table:
                Table(text, table);
                break;
            case PlotBlock plot:
                text.Append("[plot ").Append(plot.Id).Append("] ");
                Table(text, plot.Figures);
                break;
        }
    }

    private static void Table(StringBuilder text, TableBlock table)
    {
        text.Append(table.Caption).Append('\n').Append("| ").AppendJoin(" | ", table.Columns.Select(c => c.Heading)).Append(" |\n");
        foreach (var row in table.Rows)
            text.Append("| ").AppendJoin(" | ", row.Select(cell => Runs(cell.Runs))).Append(" |\n");
    }

    private static string Runs(ImmutableArray<Run> runs) =>
        string.Concat(runs.Select(run => (run.IsStruck ? $"~{run.Text}~" : run.Text) + (run.Href is { } href && !href.Contains("/replay?", StringComparison.Ordinal) ? $" <{href}>" : ""))).Trim();
}
