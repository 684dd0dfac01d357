using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Courses;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Improvements;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.AfterAction;

/// <summary>The report as its reader may have it, and the same as a document.</summary>
internal sealed record AfterActionReport(DrillReport Report, AfterActionSource Source)
{
    public ReportDocument Document => field ??= AfterActionDocument.Of(Source);
}

/// <summary>Puts a report together: figures from the log, names of who sat where, titles of lessons, words of the reader's language. The page and the papers ask here.</summary>
internal sealed class AfterActionDesk(DrillReports reports, ISeatingPlan plan, IAccountDirectory accounts, Texts texts, CourseShelf courses, DrillPlan improvements)
{
    /// <summary>Null: he may not read it yet; see <see cref="DrillReports.For"/>.</summary>
    /// <param name="viewer">Whose agency's improvement plan stands in it; null: nobody's.</param>
    public async Task<AfterActionReport?> For(DrillCaller caller, UiChoice ui, CancellationToken cancel, Viewer? viewer = null)
    {
        if (await reports.For(caller, ui.Language, cancel) is not { } report)
            return null;
        var names = await People.Names(caller.Drill.Id, plan, accounts, cancel);
        var ownSince = report.Control.LastOrDefault(step => step.What == "forked")?.At ?? -1;
        return new AfterActionReport(report, new AfterActionSource(caller.Drill.Id, caller.Drill.Title, report, texts, ui.Language, ui.Direction == "rtl",
            (seat, at) => Who(seat, at, names, ownSince, ui.Language), Lesson, MayLookBack(caller, report) ? at => FormattableString.Invariant($"/drills/{caller.Drill.Id}/replay?at={at}") : null,
            viewer is null ? [] : await improvements.Blocks(caller.Drill, viewer, ui.Language, cancel)));
    }

    private static bool MayLookBack(DrillCaller caller, DrillReport report) => caller.MayControl || caller.PlaysAlone || report.ReplaySharing != ReplaySharing.Nobody;

    /// <summary>A seat with the name of who sits there, if anybody does. What a fork has from another drill was done by whoever sat there then.</summary>
    private string Who(string? seat, long? at, SortedDictionary<string, string> names, long ownSince, string language) =>
        seat is null ? ""
        : new Actor(seat) is { IsControl: true } control && !names.ContainsKey(seat) ? texts.Find(language, $"client.control-role.{control.Role}") ?? seat
        : at > ownSince && names.TryGetValue(seat, out var name) && name.Length > 0 ? $"{name} ({seat})" : seat;

    /// <summary>Of course/lesson.</summary>
    private string? Lesson(string address) =>
        address.Split('/') is [var course, var lesson] ? courses.Catalogue.Find(course)?.Course.Lesson(lesson)?.Title : null;
}
