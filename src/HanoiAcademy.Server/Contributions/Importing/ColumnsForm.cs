using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Msel;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>The column mapper as a plain form: a field "sheet-2-column-5" for each column, and what stands beside them.</summary>
internal static class ColumnsForm
{
    public static string Take(int sheet) => $"sheet-{sheet}-take";

    public static string Heading(int sheet) => $"sheet-{sheet}-heading";

    public static string Dates(int sheet) => $"sheet-{sheet}-dates";

    public static string Numbers(int sheet) => $"sheet-{sheet}-numbers";

    public static string Column(int sheet, int column) => $"sheet-{sheet}-column-{column}";

    /// <summary>A meaning's word on the wire and in i18n: its name in kebab case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}"));

    public static T? Parse<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Word(value!.Value) == word);

    /// <summary>What the form says of every sheet that was looked at; a field that did not come leaves what was proposed.</summary>
    public static ColumnMapping Read(IFormCollection form, ImportLook look) => new([.. look.Sheets.Select((sheet, s) => Sheet(form, look, sheet, s))]);

    private static SheetMapping Sheet(IFormCollection form, ImportLook look, SheetLook sheet, int s)
    {
        var proposed = look.Mapping?.Sheets.FirstOrDefault(one => one.Sheet == sheet.Name);
        var heading = form.TryGetValue(Heading(s), out var typed) ? int.TryParse(typed, out var row) && row > 0 ? row : (int?)null : sheet.HeadingRow;
        return new SheetMapping(
            sheet.Name,
            form[Take(s)] == "true",
            heading,
            [.. sheet.Columns.Select(column => new ColumnMapped(column.Letter, column.Heading, Parse<ColumnMeaning>(form[Column(s, column.Column)]) ?? column.Proposed))],
            form.TryGetValue(Dates(s), out var dates) ? Parse<DateOrder>(dates) : proposed?.Dates,
            form.TryGetValue(Numbers(s), out var numbers) ? Parse<TimeUnit>(numbers) : proposed?.Numbers);
    }
}
