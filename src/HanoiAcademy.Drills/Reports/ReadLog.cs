using System.Collections.Immutable;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Reports;

/// <summary>
/// A log as far as it could be read and folded. Rows: with the events that fit; State: what they lead to. Problems: everything that was left out or is doubtful, in order of the rows; empty for
/// a sound log. Course: how the drill stood at up to <see cref="CourseOfPlay.Most"/> moments from StartEx to its last.
/// </summary>
public sealed record ReadLog(ImmutableArray<LoggedRow> Rows, DrillState State, ImmutableArray<LogProblem> Problems, ImmutableArray<CourseMoment> Course)
{
    public bool IsSound => Problems.IsEmpty;
}

/// <summary>
/// What is wrong with a log. Code: one of <see cref="All"/>. Version: of the row, the first where rows are missing; 0 where it is about the whole. Last: of the last missing row. What: the
/// kind of event, or what it names that is not there; empty where there is nothing to name.
/// </summary>
public sealed record LogProblem(string Code, long Version, string What = "", long? Last = null)
{
    /// <summary>Rows that are not there.</summary>
    public const string Missing = "rows-missing";

    /// <summary>A row whose events are not what was written; they count as they stand now.</summary>
    public const string Altered = "row-altered";

    /// <summary>A row whose events cannot be read; none of them counts.</summary>
    public const string Unreadable = "row-unreadable";

    /// <summary>A row that stands twice; the first counts.</summary>
    public const string Twice = "row-twice";

    /// <summary>An event of a kind that is not known here.</summary>
    public const string UnknownEvent = "event-unknown";

    /// <summary>An event that lacks something or has it in the wrong shape.</summary>
    public const string BrokenEvent = "event-broken";

    /// <summary>An event about a thing that the scenario does not have.</summary>
    public const string Stranger = "event-of-nothing";

    /// <summary>An event that does not follow from what came before it.</summary>
    public const string Unfit = "event-unfit";

    /// <summary>For a team's eye, of the four before: some event of the row was left out. Which, may be another team's secret.</summary>
    public const string Partly = "row-partly";

    /// <summary>Drill time goes back.</summary>
    public const string Back = "time-back";

    /// <summary>The drill's content is gone or cannot be read: things have their ids for names, and what the scenario would say is missing.</summary>
    public const string NoContent = "content-gone";

    /// <summary>A part of the report that cannot be made from what is left; What names it.</summary>
    public const string NoPart = "part-missing";

    /// <summary>More was wrong than is listed.</summary>
    public const string More = "more";

    /// <summary>As a team may read it.</summary>
    internal LogProblem ForTeam() => Code is UnknownEvent or BrokenEvent or Stranger or Unfit ? new LogProblem(Partly, Version) : this;

    public static readonly ImmutableArray<string> All = [Missing, Altered, Unreadable, Twice, UnknownEvent, BrokenEvent, Stranger, Unfit, Partly, Back, NoContent, NoPart, More];
}

/// <summary>How the drill stood at a moment. Drill ms.</summary>
public sealed record CourseMoment(long At, ImmutableArray<TeamMoment> Teams);

/// <summary>Points: won and marked, less penalties. Load is what waits for the team: open decisions, requests to it that it has not answered, injects of which something expected is not done.</summary>
public sealed record TeamMoment(string Team, int Points, int OpenDecisions, int OpenRequests, int OpenInjects);
