using System.Text;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

/// <summary>Imports for tests: what comes out is read as the site reads it, and may be played.</summary>
internal static class Imported
{
    public static ImportResult Run(byte[] bytes, string name = "drill.xlsx", ImportOrder? order = null)
    {
        var result = DrillImport.Run(bytes, name, order ?? new ImportOrder());
        result.Problems.ShouldBeEmpty();
        result.Folder.ShouldNotBeNull();
        Read(result.Folder);
        return result;
    }

    /// <summary>A table of one sheet; the first row holds the headings.</summary>
    public static ImportResult Table(ImportOrder? order, params object?[][] rows) => Run(new Xlsx().Sheet("MSEL", rows).Bytes(), order: order);

    public static ImportResult Table(params object?[][] rows) => Table(null, rows);

    public static ImportResult Csv(string text) => Run(Encoding.UTF8.GetBytes(text), "drill.csv");

    public static Scenario Read(ContentFolder folder)
    {
        var problems = new ProblemList();
        var scenario = ScenarioReader.Read(folder, problems);
        problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        return scenario.ShouldNotBeNull();
    }

    /// <summary>Plays it with simulated players to its end.</summary>
    public static Played Play(ImportResult result) => Rehearsal.Play(Read(result.Folder!), 1, Skill.Good);

    public static string Text(ImportResult result, string path) => Encoding.UTF8.GetString(result.Folder!.Find(path).ShouldNotBeNull(path).Bytes.Span);

    /// <summary>Drill times of the rows in minutes; null for what is held back.</summary>
    public static double?[] Minutes(ImportResult result) => [.. result.Rows.Where(r => r.InjectId.Length > 0).Select(r => r.AtMs / 60_000.0)];
}
