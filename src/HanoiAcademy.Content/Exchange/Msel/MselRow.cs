using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>One row of a table of injects, its cells by what their columns are.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Cells">Those that hold something, from left to right.</param>
internal sealed record MselRow(string Sheet, int Number, bool IsHidden, IReadOnlyList<(ColumnMapped Column, SheetCell Cell)> Cells)
{
    public string Where => $"{Sheet}, row {Number}";

    public SheetCell One(ColumnMeaning meaning) => Cells.FirstOrDefault(c => c.Column.Is == meaning).Cell ?? SheetCell.Empty;

    public IEnumerable<(ColumnMapped Column, SheetCell Cell)> All(ColumnMeaning meaning) => Cells.Where(c => c.Column.Is == meaning);

    /// <summary>Several columns of one meaning are one text, each a paragraph.</summary>
    public string Text(ColumnMeaning meaning) => string.Join("\n\n", All(meaning).Select(c => c.Cell.Text));

    public bool Tells => Cells.Any(c => c.Column.Is is ColumnMeaning.Subject or ColumnMeaning.Title or ColumnMeaning.Message or ColumnMeaning.Description);

    /// <summary>What a person would call it in a sentence.</summary>
    public string Called => One(ColumnMeaning.Subject) is { IsEmpty: false } subject ? subject.Text : One(ColumnMeaning.Title).Text;

    public bool SaysStartEx
    {
        get
        {
            var words = $" {Fold.Words(Called.Length > 100 ? "" : Called)} ";
            // A row may well speak of StartEx without being it: ‘Briefing before StartEx’.
            return words.Count(c => c == ' ') <= 8 && StartWords.Any(start => words.StartsWith(start[0] > 'ÿ' ? $" {start}" : $" {start} ", StringComparison.Ordinal));
        }
    }

    private static readonly string[] StartWords =
    [
        "startex", "start ex", "start of exercise", "exercise start", "exercise starts", "exercise begins", "debut de l exercice", "debut exercice", "debex", "bat dau dien tap", "inicio del ejercicio", "inicio do exercicio",
        "ubungsbeginn", "beginn der ubung", "بدء التمرين", "بدايه التمرين", "начало учений", "演练开始", "演习开始", "mulai latihan",
    ];
}
