using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

/// <summary>Every way in which people write when something comes. A form stands beside another row that is StartEx in the same form.</summary>
public sealed class TimeFormTests
{
    [Theory]
    [InlineData("2027-03-02T09:00:00Z", "2027-03-02T09:30:00.000Z", 30)]
    [InlineData("2027-03-02T09:00:00+07:00", "2027-03-02T03:00:00Z", 60)]
    [InlineData("2027-03-02 09:00", "2027-03-03 09:00", 24 * 60)]
    [InlineData("26/06/2024 09h00", "26/06/2024 09h05", 5)]
    [InlineData("13.04.2027 09:00", "14.04.2027 9.30", 24 * 60 + 30)]
    [InlineData("4/13/2027 9:00 AM", "4/13/2027 1:00 PM", 240)]
    [InlineData("24 June 2026 0900", "24 June 2026 0930", 30)]
    [InlineData("24 juin 2026 à 9h00", "24 août 2026 9h00", 61 * 24 * 60, false)]
    [InlineData("Jun 24, 2026 9:00 am", "Jun 24, 2026 12:00 pm", 180)]
    [InlineData("09:00 ngày 24 tháng 6 năm 2026", "09:30 ngày 24 tháng 6 năm 2026", 30)]
    [InlineData("2026年6月24日 9时00分", "2026年6月24日 10时30分", 90)]
    [InlineData("٢٤/٠٦/٢٠٢٦ ٠٩:٠٠", "٢٤/٠٦/٢٠٢٦ ٠٩:٣٠", 30)]
    [InlineData("09:00", "09:30", 30)]
    [InlineData("0900", "1015", 75)]
    [InlineData("9.00 am", "9.30 am", 30)]
    [InlineData("9h", "10h15", 75)]
    [InlineData("9 giờ", "9 giờ 30 phút", 30)]
    [InlineData("0900 hrs", "0930 hrs", 30)]
    [InlineData("J", "J+1 H+2 M-5", 24 * 60 + 115)]
    [InlineData("J", "J+1", 24 * 60)]
    [InlineData("T+0", "T+45", 45)]
    [InlineData("T", "T+1:30", 90)]
    [InlineData("T+0", "T+1h30", 90)]
    [InlineData("T+0", "T + 90 min", 90)]
    [InlineData("StartEx", "StartEx + 20 min", 20)]
    [InlineData("StartEx", "20 minutes after StartEx", 20)]
    [InlineData("T+0", "2 hours 15 minutes", 135)]
    [InlineData("D", "D+1", 24 * 60)]
    [InlineData("H", "H+2", 120)]
    [InlineData("H+0", "H+1:30", 90)]
    [InlineData("+00:00", "+00:45", 45)]
    [InlineData("24:00", "49:30", 25 * 60 + 30, true, 24 * 60)]
    [InlineData("Day 1 09:00", "Day 2, 14:30", 29 * 60 + 30)]
    [InlineData("Jour 1 - 09h00", "Jour 1 - 10h00", 60)]
    [InlineData("J 09h00", "J+1 14h00", 29 * 60)]
    [InlineData("08h45", "J+1 08h30", 23 * 60 + 45)]
    public void A_form_of_time_is_read_to_the_minute(string start, string text, double minutes, bool isPlayed = true, double startAt = 0)
    {
        var result = Imported.Table(["Time", "Event", "To"], [start, "Exercise opens", "Police"], [text, "Second", "Police"]);
        Imported.Minutes(result).ShouldBe([startAt, isPlayed ? minutes + startAt : null]);
        // The same table as CSV is the same drill.
        Imported.Csv($"Time;Event;To\n{start};Exercise opens;Police\n{text};Second;Police\n").Folder!.Hash.ShouldBe(result.Folder!.Hash);
    }

    [Theory]
    [InlineData("", "has no time")]
    [InlineData("TBD", "says no time")]
    [InlineData("after lunch", "says no time")]
    [InlineData("14/07/1889 09:00", "before 1900")]
    [InlineData("2027-02-30 09:00", "no such date")]
    [InlineData("2027-03-02", "no time of day")]
    [InlineData("2027-03-02 25:00", "is no time of day")]
    [InlineData("J+1", "counts from StartEx")]
    [InlineData("T+45", "counts from StartEx")]
    [InlineData("10:00", "does not say of which day")]
    [InlineData("T+0130", "without a colon")]
    [InlineData("H+0130", "without a colon")]
    [InlineData("2027-03-02T09:30:00Z", "not on the same calendar")]
    [InlineData("24:00", "counts from StartEx")]
    [InlineData("45", "nothing says of which unit")]
    [InlineData("2027-03-02 08:00 or 09:00", "is no time of day")]
    [InlineData("2028-03-02 09:00", "a drill takes 14 days")]
    public void A_time_that_cannot_be_read_is_held_back_with_the_reason_and_the_remedy(string text, string why)
    {
        var result = Imported.Table(["Time", "Event", "To"], ["2027-03-02 09:00", "First", "Police"], [text, "Second", "Police"]);
        Imported.Minutes(result).ShouldBe([0, null]);
        result.Rows[1].Note.ShouldContain(why);
        result.Rows[1].Note.ShouldContain("To mend it");
        result.Loss.Of(LossKind.Changed).ShouldContain(line => line.Where == "MSEL, row 3" && line.Id == "second" && line.What.Contains(why, StringComparison.Ordinal));
        Imported.Text(result, "injects/020-second.md").ShouldContain("contingency: true");
    }

    [Fact]
    public void Dates_that_can_be_read_both_ways_are_asked_about_and_not_guessed()
    {
        object?[][] rows = [["Date", "Time", "Event", "To"], ["03/04/2027", "09:00", "First", "Police"], ["05/04/2027", "09:00", "Second", "Police"]];
        var asked = Imported.Table(rows);
        Imported.Minutes(asked).ShouldBe([null, null]);
        asked.Loss.Of(LossKind.ToWrite).ShouldContain(line => line.What.Contains("day or with the month first", StringComparison.Ordinal));

        ColumnMapping Said(DateOrder order) => new([DrillImport.Look(new Xlsx().Sheet("MSEL", rows).Bytes(), "t.xlsx").Mapping!.Sheets[0] with { Dates = order }]);
        Imported.Minutes(Imported.Table(new ImportOrder(Mapping: Said(DateOrder.DayFirst)), rows)).ShouldBe([0, 2 * 24 * 60]);
        Imported.Table(new ImportOrder(Mapping: Said(DateOrder.MonthFirst)), rows).Rows[1].Note.ShouldContain("a drill takes 14 days");

        // One date that tells, tells for its column.
        Imported.Minutes(Imported.Table(["Date", "Time", "Event", "To"], ["03/04/2027", "09:00", "First", "Police"], ["13/04/2027", "09:00", "Second", "Police"])).ShouldBe([0, 10 * 24 * 60]);
    }

    [Fact]
    public void Excel_s_own_dates_times_and_spans_are_read()
    {
        Imported.Minutes(Imported.Table(["When", "Event", "To"], [new DateTime(2027, 3, 2, 9, 0, 0), "First", "Police"], [new DateTime(2027, 3, 3, 10, 15, 0), "Second", "Police"])).ShouldBe([0, 25 * 60 + 15]);
        Imported.Minutes(Imported.Table(["Date", "Time", "Event", "To"],
            [new Xlsx.Formatted(46083, "dd/mm/yyyy"), new Xlsx.Formatted(0.375m, "hh:mm"), "First", "Police"], [new Xlsx.Formatted(46084, "dd/mm/yyyy"), new Xlsx.Formatted(0m, "hh:mm"), "Second", "Police"])).ShouldBe([0, 15 * 60]);
        Imported.Minutes(Imported.Table(["Elapsed", "Event", "To"], [new Xlsx.Formatted(0.03125m, "[h]:mm"), "First", "Police"], [new Xlsx.Formatted(1.0625m, "[h]:mm"), "Second", "Police"])).ShouldBe([45, 25 * 60 + 30]);
        Imported.Minutes(Imported.Table(["Time (min)", "Event", "To"], [0, "First", "Police"], [95, "Second", "Police"])).ShouldBe([0, 95]);
    }

    [Fact]
    public void StartEx_is_the_row_that_says_so_and_what_lies_before_is_held_back()
    {
        var result = Imported.Table(["Time", "Event", "To"], ["2027-03-02 08:30", "Players arrive", "all"], ["2027-03-02 09:00", "StartEx", "all"], ["T+15", "Call", "Police"], ["2027-03-02 10:00", "Mail", "Police"]);
        Imported.Minutes(result).ShouldBe([null, 0, 15, 60]);
        result.Rows[0].Note.ShouldContain("30 minutes before StartEx");
        Imported.Text(result, "scenario.yaml").ShouldContain("story: \"2027-03-02T09:00:00Z\"");
    }

    [Fact]
    public void A_row_that_only_speaks_of_StartEx_is_not_StartEx_and_two_that_disagree_are_none()
    {
        Imported.Minutes(Imported.Table(["Time", "Event", "To"], ["09:00", "Briefing before StartEx", "all"], ["09:30", "Mail", "Police"])).ShouldBe([0, 30]);
        var torn = Imported.Table(["Time", "Event", "To"], ["09:00", "StartEx", "all"], ["09:30", "StartEx for the bank", "Bank"]);
        Imported.Minutes(torn).ShouldBe([0, 30]);
        torn.Loss.Of(LossKind.ToWrite).ShouldContain(line => line.What.Contains("Several rows say that they are StartEx", StringComparison.Ordinal));
    }

    [Fact]
    public void A_night_without_dates_is_asked_about_and_its_own_clock_is_the_story_s()
    {
        var result = Imported.Table(["Time", "Event", "To"], ["22:00", "First", "Police"], ["23:30", "Second", "Police"], ["00:30", "Third", "Police"]);
        Imported.Minutes(result).ShouldBe([0, 90, null]);
        result.Rows[2].Note.ShouldContain("Day 2");
        Imported.Text(result, "scenario.yaml").ShouldContain("T22:00:00Z");
        result.Loss.Of(LossKind.Changed).ShouldContain(line => line.What.Contains("is made up", StringComparison.Ordinal));
    }

    [Fact]
    public void Distances_of_more_than_a_day_play()
    {
        var result = Imported.Table(["Time", "Event", "To"], ["T+0", "First", "Police"], ["D+13", "Last", "Police"]);
        var played = Imported.Play(result);
        played.Injects.ShouldBe(["first", "last"]);
        played.EndedAt.ShouldBe((13 * 24 * 60 + 15) * 60_000L);
    }
}
