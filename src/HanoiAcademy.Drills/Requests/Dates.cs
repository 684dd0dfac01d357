using System.Globalization;

namespace HanoiAcademy.Drills.Requests;

/// <summary>A date is compared as a value: 2027-03-02 counts however it is written.</summary>
internal static class Dates
{
    private static readonly string[] Ways = ["d MMMM yyyy", "MMMM d yyyy", "d MMM yyyy", "MMM d yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "d/M/yyyy", "yyyy/MM/dd", "yyyy.MM.dd"];

    public static IEnumerable<string> Spellings(string spelling) =>
        DateOnly.TryParseExact(spelling, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Ways.Select(way => date.ToString(way, CultureInfo.InvariantCulture)).Prepend(spelling)
            : [spelling];
}
