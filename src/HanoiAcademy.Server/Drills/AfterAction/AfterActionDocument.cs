using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Parts;

namespace HanoiAcademy.Server.Drills.AfterAction;

/// <summary>A report as blocks, in the order in which it is read: the whole in a page first, then what shows it.</summary>
internal static class AfterActionDocument
{
    public static ReportDocument Of(AfterActionSource s) => new(s.Shared("drills.report.title", s.Title), s.Report.Title, s.Shared("drills.exercise"), s.Language, s.IsRightToLeft,
    [
        .. UnknownPart.Warning(s), .. SummaryPart.Of(s), .. Plots.CoursePlot.Of(s), .. FindingsPart.Of(s), .. ObjectivesPart.Of(s), .. DecisionsPart.Of(s), .. RequestsPart.Of(s), .. EvidencePart.Of(s), .. InjectsPart.Of(s),
        .. AdversaryPart.Of(s), .. NotesPart.Of(s), .. s.Plan, .. ControlPart.Of(s), .. UnknownPart.Of(s),
    ]);
}
