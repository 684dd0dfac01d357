using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>
/// A table without headings, recognised by what its cells look like. Its usual order is the one OpenAEV reads: kind, time, teams, subject, message,
/// description, expectation, what is expected, score.
/// </summary>
internal static class Chronogram
{
    private static readonly ColumnMeaning[] AfterTime =
        [ColumnMeaning.To, ColumnMeaning.Subject, ColumnMeaning.Message, ColumnMeaning.Description, ColumnMeaning.Expected, ColumnMeaning.Expected];

    public static ColumnMeaning[] Guess(List<SheetRow> data, int width)
    {
        var meanings = new ColumnMeaning[width];
        var time = Enumerable.Range(0, width).FirstOrDefault(column => IsTimes(data, column), -1);
        if (time < 0)
            return meanings;
        meanings[time] = ColumnMeaning.Time;
        for (var column = 0; column < time; column++)
            if (data.Any(row => !row[column].IsEmpty))
                meanings[column] = column == time - 1 ? ColumnMeaning.Mode : data.All(row => row[column].IsEmpty || row[column].Number is not null) ? ColumnMeaning.Number : ColumnMeaning.Notes;
        var next = 0;
        for (var column = time + 1; column < width; column++)
        {
            var cells = data.Select(row => row[column]).Where(cell => !cell.IsEmpty).ToList();
            if (cells.Count > 0 && cells.All(cell => cell.Number is not null))
                continue; // a score
            if (next < AfterTime.Length)
                meanings[column] = AfterTime[next++];
        }

        return meanings;
    }

    /// <summary>Three in five of its cells are times, and two at least.</summary>
    private static bool IsTimes(List<SheetRow> data, int column)
    {
        var cells = data.Select(row => row[column]).Where(cell => !cell.IsEmpty).Take(200).ToList();
        var times = cells.Count(cell => TimeText.Read(cell) is not (TimeReading.None or TimeReading.Bare { Clockwise: false }));
        return times >= 2 && times * 5 >= cells.Count * 3;
    }
}
