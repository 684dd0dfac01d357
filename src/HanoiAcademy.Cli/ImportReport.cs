using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Cli;

/// <summary>What <c>academy import</c> prints.</summary>
internal static class ImportReport
{
    private static readonly (LossKind Kind, string Words)[] Kinds =
        [(LossKind.Kept, "Kept"), (LossKind.Changed, "Changed"), (LossKind.Dropped, "Dropped"), (LossKind.ToWrite, "Still to be written")];

    public static void Loss(ImportResult result, TextWriter output)
    {
        foreach (var problem in result.Problems)
            output.WriteLine(problem);
        output.WriteLine(result.Loss.Source + (result.Folder is null ? ": nothing was made." : ""));
        foreach (var (kind, words) in Kinds)
            if (result.Loss.Of(kind).ToList() is { Count: > 0 } lines)
            {
                output.WriteLine();
                output.WriteLine(words + ":");
                foreach (var line in lines)
                    output.WriteLine($"- {(line.Where.Length == 0 ? "" : line.Where + ": ")}{line.What}{(line.Id.Length == 0 ? "" : $" ({line.Id})")}");
            }

        output.WriteLine();
    }

    /// <summary>The check's warnings: what would make it richer.</summary>
    public static void Richer(ProblemList warnings, TextWriter output)
    {
        if (warnings.Count == 0)
            return;
        output.WriteLine("What would make it richer, as ‘check’ says:");
        foreach (var group in warnings.Sorted().GroupBy(warning => warning.Code))
            output.WriteLine($"- {group.First().Message}{(group.Count() > 1 ? $" ({group.Key}, {group.Count()} places)" : $" ({group.Key})")}");
        output.WriteLine();
    }

    public static void Look(ImportLook look, ImportResult result, TextWriter output)
    {
        foreach (var sheet in look.Sheets)
        {
            var map = look.Mapping?.Sheets.FirstOrDefault(m => m.Sheet == sheet.Name);
            output.WriteLine($"Sheet ‘{sheet.Name}’{(sheet.IsHidden ? ", hidden" : "")}: {sheet.Rows} rows, {(sheet.HeadingRow is { } row ? $"headings in row {row}" : "no headings")}{(map is { Take: true } ? "" : ", not taken")}");
            foreach (var column in sheet.Columns)
                output.WriteLine($"  {column.Letter,-3}{WireNames<HanoiAcademy.Content.Exchange.Msel.ColumnMeaning>.Of(map?.Columns.FirstOrDefault(m => m.Letter == column.Letter)?.Is ?? column.Proposed),-12}{(column.Heading.Length > 0 ? $"‘{column.Heading}’ " : "")}{string.Join(" · ", column.Samples)}");
        }

        if (result.Rows.Count > 0)
            output.WriteLine();
        foreach (var row in result.Rows)
            output.WriteLine($"{row.Where}: {(row.InjectId.Length == 0 ? "no inject" : row.AtMs is { } at ? $"T+{TimeSpan.FromMilliseconds(at):d\\.hh\\:mm\\:ss} {row.InjectId}" : $"held back {row.InjectId}")}{(row.To.Count > 0 ? $" → {string.Join(", ", row.To)}" : "")}: {row.Subject}{(row.Note.Length > 0 ? $" [{row.Note}]" : "")}");
        output.WriteLine();
    }
}
