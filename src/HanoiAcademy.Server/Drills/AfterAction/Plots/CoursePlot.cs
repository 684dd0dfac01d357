using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Plots;

/// <summary>Points, and what waited for each team, over time.</summary>
internal static class CoursePlot
{
    /// <summary>More lines than these cannot be told apart.</summary>
    private const int MostLines = 8;

    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        var course = s.Report.Course;
        var teams = s.Report.Teams.Where(t => course.Length > 2 && course[0].Teams.Any(m => m.Team == t.Team)).Take(MostLines).ToList();
        if (teams.Count == 0)
            yield break;
        yield return new HeadingBlock(1, s.T("course"), "course");
        IReadOnlyList<int> Values(TeamReport team, Func<TeamMoment, int> figure) => [.. course.Select(m => figure(m.Teams.First(t => t.Team == team.Team)))];
        var scored = teams.Where(t => t.Of + t.MarkedOf > 0).ToList();
        List<long> at = [.. course.Select(m => m.At)];
        if (scored.Count > 0)
            yield return LinePlot.Of("points-over-time", s.T("points-over-time"), s.T("points-over-time-what"), s.Shared("drills.report.when"), at, [.. scored.Select(t => (s.TeamName(t), Values(t, m => m.Points)))]) with { Chart = Charts.Line };
        yield return LinePlot.Of("load-over-time", s.T("load-over-time"), s.T("load-over-time-what"), s.Shared("drills.report.when"), at, [.. teams.Select(t => (s.TeamName(t), Values(t, m => m.OpenDecisions + m.OpenRequests + m.OpenInjects)))]) with { Chart = Charts.Line };
    }
}
