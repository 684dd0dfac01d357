using HanoiAcademy.Content.Exchange.Workbooks;

namespace HanoiAcademy.Cli;

/// <summary>A change as lines of a diff, with the key to take or leave it by.</summary>
internal static class WorkbookDiff
{
    public static void Show(WorkbookChange change, TextWriter output)
    {
        output.WriteLine($"{change.Sheet}{(change.Row > 0 ? FormattableString.Invariant($", row {change.Row}") : "")}{(change.Id.Length > 0 ? $", {change.Id}" : "")}{(change.Field.Length > 0 ? $": {change.Field}" : "")} — {Word(change)} [{change.Key}]");
        if (change.Parts.Count == 0)
        {
            Lines('-', change.Old, output);
            Lines('+', change.New, output);
        }

        foreach (var part in change.Parts)
            Lines(change.Row > 0 ? '+' : '-', $"{part.Field}: {part.Text}", output);
    }

    private static string Word(WorkbookChange change) => change.Kind switch
    {
        WorkbookChangeKind.Added => "added",
        WorkbookChangeKind.Removed => "taken out",
        WorkbookChangeKind.Changed => "changed",
        WorkbookChangeKind.Conflict when change.Row == 0 => "CONFLICT: no longer in the workbook, but changed in the files since, or more goes with it than the workbook shows; it stays unless you --take it",
        _ => "CONFLICT: changed in the files and in the workbook; the files stay unless you --take it",
    };

    private static void Lines(char sign, string text, TextWriter output)
    {
        if (text.Length == 0)
            return;
        foreach (var line in text.Split('\n'))
            output.WriteLine($"  {sign} {line}");
    }
}
