using System.Globalization;
using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

internal sealed class NumberCell(int min, int max) : Cell
{
    public override string Say(YamlValue value) => value is YamlText text ? text.Text.Trim() : "";

    public override YamlValue Value(string said) => new YamlText(said);

    public override string Parse(SheetCell cell, CellContext context)
    {
        if (cell.Number is { } number && number == decimal.Truncate(number) && number >= min && number <= max)
            return number.ToString("0", CultureInfo.InvariantCulture);
        if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole >= min && whole <= max)
            return whole.ToString(CultureInfo.InvariantCulture);
        throw new CellRefused($"‘{cell.Text}’ must be a whole number from {min} to {max}.");
    }
}
