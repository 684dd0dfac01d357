using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Parts;

namespace HanoiAcademy.Server.Drills.AfterAction;

/// <summary>A report as blocks, in the order in which it is read: on its first pages what came of it and what is to be done, then what shows it.</summary>
internal static class AfterActionDocument
{
    public static ReportDocument Of(AfterActionSource s) => new(s.Shared("drills.report.title", s.Title), s.Report.Title, s.Shared("drills.exercise"), s.Language, s.IsRightToLeft,
    [
        .. UnknownPart.Warning(s), .. SummaryPart.Of(s), .. FindingsPart.Of(s), .. s.Plan, .. Plots.CoursePlot.Of(s), .. ObjectivesPart.Of(s), .. DecisionsPart.Of(s), .. RequestsPart.Of(s), .. EvidencePart.Of(s),
        .. InjectsPart.Of(s), .. AdversaryPart.Of(s), .. NotesPart.Of(s), .. ControlPart.Of(s), .. UnknownPart.Of(s),
    ]);
}
