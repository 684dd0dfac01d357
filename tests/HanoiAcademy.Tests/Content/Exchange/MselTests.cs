using DocumentFormat.OpenXml.Spreadsheet;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

public sealed class MselTests
{
    private static readonly object?[][] Rows =
    [
        ["No", "Time", "Event", "Mode", "From", "To", "Message", "Expected action", "Objective", "Notes", "Controller"],
        ["1", "2027-03-02 09:00", "StartEx", "briefing", "Exercise control", "all", "EXERCISE. You are on duty.", "", "", "", "Lead"],
        ["2", "2027-03-02 09:15", "The supplier calls", "phone", "Hana of Coral Ridge", "Company", "Where is our payment?", "1. verifies by telephone\n2. tells the bank", "Money is held in time", "speak slowly", "Simcell"],
        ["3", "2027-03-02 09:40", "A press call", "Media", "Daily Lantern", "Company; Bank", "Is it true?", "Company: says nothing of the case", "", "", "Simcell"],
        ["4", "TBD", "Spare: the mule", "", "", "Police", "A man came in.", "", "", "", ""],
    ];

    [Fact]
    public void A_spreadsheet_becomes_the_files_that_an_author_would_write()
    {
        var result = Imported.Table(new ImportOrder(Id: "coral", Title: "Coral payment"), Rows);
        Imported.Text(result, "scenario.yaml").ShouldBe("""
            schema: 1
            id: coral
            title: Coral payment
            languages: [en]

            teams:
              - { id: company, name: Company }
              - { id: bank, name: Bank }
              - { id: police, name: Police }

            contacts:
              - { id: hana-of-coral-ridge, name: Hana of Coral Ridge, teams: [all] }
              - { id: daily-lantern, name: Daily Lantern, teams: [all] }

            objectives:
              - id: money-is-held-in-time
                team: company
                name: Money is held in time
                points: 10
                rubric:
                  - { id: met, words: Met, points: 10 }
                  - { id: partly, words: Partly met, points: 5 }
                  - { id: not-met, words: Not met, points: 0 }

            phases:
              - { id: coral-payment, title: Coral payment, at: 0m, story: "2027-03-02T09:00:00Z" }

            """.ReplaceLineEndings("\n"));
        Imported.Text(result, "injects/020-the-supplier-calls.md").ShouldBe("""
            ---
            # No: 2
            # Mode: phone
            at: 15m
            to: [company]
            channel: call
            attention: call
            from: hana-of-coral-ridge
            subject: The supplier calls
            controller: Simcell
            notes: speak slowly
            objectives: [money-is-held-in-time]
            expected:
              - { by: company.players, observe: verifies by telephone }
              - { by: company.players, observe: tells the bank }
            ---
            Where is our payment?

            """.ReplaceLineEndings("\n"));
        result.Folder!.Files.Select(file => file.Path).ShouldBe(["injects/010-startex.md", "injects/020-the-supplier-calls.md", "injects/030-a-press-call.md", "injects/040-spare-the-mule.md", "scenario.yaml"]);
        Imported.Play(result).Injects.ShouldBe(["a-press-call", "startex", "the-supplier-calls"]);
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes_from_CSV_too_and_one_more_row_one_more_file()
    {
        var first = Imported.Table(Rows).Folder!;
        Imported.Table(Rows).Folder!.Hash.ShouldBe(first.Hash);
        var csv = string.Join("\r\n", Rows.Select(row => string.Join(",", row.Select(cell => $"\"{cell?.ToString()?.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
        Imported.Csv(csv).Folder!.Hash.ShouldBe(first.Hash);

        var more = Imported.Table([.. Rows, ["5", "2027-03-02 10:00", "One more", "mail", "Daily Lantern", "Bank", "More.", "", "", "", ""]]).Folder!;
        more.Files.Where(file => first.Find(file.Path) is not { } old || !old.Bytes.Span.SequenceEqual(file.Bytes.Span)).Select(file => file.Path).ShouldBe(["injects/050-one-more.md"]);
    }

    [Fact]
    public void Hidden_sheets_are_read_and_taken_only_when_asked()
    {
        var bytes = new Xlsx().Sheet("MSEL", Rows).Sheet("Old", [["Time", "Event", "To"], ["2027-03-02 09:05", "From the old plan", "Bank"]], SheetStateValues.Hidden).Sheet("Lists", [["Blue"], ["Red"]]).Bytes();
        var usual = Imported.Run(bytes);
        usual.Rows.Count.ShouldBe(4);
        usual.Loss.Of(LossKind.Dropped).ShouldContain(line => line.Where == "sheet ‘Old’" && line.What.Contains("hidden", StringComparison.Ordinal));
        Imported.Run(bytes, order: new ImportOrder(Sheets: ["MSEL", "old"])).Rows.ShouldContain(row => row.InjectId == "from-the-old-plan" && row.AtMs == 300_000);
        DrillImport.Run(bytes, "t.xlsx", new ImportOrder(Sheets: ["Nothing"])).Problems.ShouldHaveSingleItem().Code.ShouldBe("import-no-sheet");
    }

    [Fact]
    public void Names_without_Latin_letters_have_ids_that_stay()
    {
        var result = Imported.Table(["序号", "时间", "事件", "收件人", "消息"], ["7", "T+0", "可疑邮件", "警察", "请看。"], ["8", "T+5", "电话", "全体", "您好。"]);
        result.Rows.Select(row => row.InjectId).ShouldBe(["inject-7", "inject-8"]);
        result.Rows.Select(row => row.To[0]).ShouldBe(["team-1", "all"]);
    }

    [Fact]
    public void What_is_not_for_a_drill_is_said()
    {
        var result = Imported.Table(["Time", "Event", "To", "Message", "Status"],
            ["T+0", "Mail", "Bank", "Write to ${user.email} or ceo@acme-bank.com", ""],
            ["T+5", "Not played", "Bank", "x", "Cancelled"],
            ["T+9", "Long", "Bank", string.Concat(Enumerable.Repeat("Much to read. ", 2_500)), ""],
            [null, null, "Bank", null, "Phase two"]);
        result.Loss.Of(LossKind.ToWrite).ShouldContain(line => line.What.Contains("${user.email}", StringComparison.Ordinal));
        result.Loss.Of(LossKind.ToWrite).ShouldContain(line => line.What.StartsWith("Made-up names", StringComparison.Ordinal) && line.What.Contains("acme-bank.com", StringComparison.Ordinal));
        result.Rows[1].AtMs.ShouldBeNull();
        result.Folder!.Has("evidence/long-whole-text.txt").ShouldBeTrue();
        result.Rows[3].InjectId.ShouldBeEmpty();
    }

    [Fact]
    public void A_receiver_that_nobody_knows_is_not_everybody_and_a_code_is_no_objective()
    {
        var result = Imported.Table(["Time", "Event", "To", "Objective", "Expected action", "Budget"], ["T+0", "Mail", "Bank", "O1", "asks; calls the police", "low"], ["T+5", "Call", "n/a", "", "", ""]);
        result.Rows[1].AtMs.ShouldBeNull();
        result.Rows[1].To.ShouldBe(["bank"]);
        result.Rows[0].Acts.ShouldBe(["asks", "calls the police"]);
        Imported.Text(result, "injects/010-mail.md").ShouldContain("notes: |-\n  Budget: low\n  Objective: O1\n");
        result.Loss.Of(LossKind.Kept).ShouldContain(line => line.What.Contains("‘Budget’", StringComparison.Ordinal));
    }

    [Fact]
    public void Five_hundred_injects_are_taken_and_one_more_is_refused_whole()
    {
        object?[][] Many(int n) => [["Time", "Event", "To"], .. Enumerable.Range(0, n).Select(at => new object?[] { $"T+{at}", $"Event {at}", "Bank" })];
        Imported.Table(Many(500)).Folder!.Files.Count.ShouldBe(501);
        var refused = DrillImport.Run(new Xlsx().Sheet("MSEL", Many(501)).Bytes(), "t.xlsx", new ImportOrder());
        refused.Folder.ShouldBeNull();
        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("import-too-many");
    }
}
