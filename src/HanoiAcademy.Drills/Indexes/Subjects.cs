using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>
/// What conditions ask about and events change, as words: "flag alarm", "asset mailbox". An event that is not named here is taken to change
/// everything, and a condition that is not named to ask about everything: a new one is slow until it is named, never wrong.
/// </summary>
internal static class Subjects
{
    /// <summary>What an event changes of what conditions ask about; null for everything, "" for nothing.</summary>
    public static string? ChangedBy(DrillEvent e) => e switch
    {
        TimePassed or ItemsRead or ItemMarked or SeatTaken or SeatLeft or SeatSimulated or SeatReady or SpeedSet or ActionCancelled or InjectScheduled
            or InjectHeldBack or InjectSkipped or DecisionOpened or ThingRevealed or DataLost or EvidenceFoundGone
            or PoolDrawn or InjectPassedOver or InjectForNobody or InjectMoved or InjectEdited or InjectWritten or InjectCorrected
            or RequestEdited or SupplementDrafted or DraftTakenUp or DraftLetGo or QuestionnaireOpened or QuestionnaireAnswered or StepOpened or StepBlocked or StepGivenUp or PlanHeld or PlanResumed or PlanHandedOver or MeasureBegun or ObjectivePartlyWon or ObjectiveMarked or ExpectedMarked or ObjectiveWon or ObjectiveMissed or PenaltyIncurred
            or ClockJumped or WorkClaimed or ClaimLeft or MessageAnswered or MessageSetAside or NoteWritten or HotWashNoted or HotWashWithdrawn or SharingSet or ReplaySharingSet or TeamWrittenTo or ChatSent or WrittenEarlier
            or RollCalled or LinkReported or ResultTypedIn or JudgedOnPaper or ScoreVoided or TeamRemoved => "",
        IOfAction x => "action " + x.Action,
        IOfStep x => "action " + x.Step,
        IOfDecision x => "decision " + x.Decision,
        IOfInject x => "inject " + x.Inject,
        FlagRaised x => "flag " + x.Flag,
        FlagCleared x => "flag " + x.Flag,
        AssetChanged x => "asset " + x.Asset,
        MeterChanged x => "meter " + x.Meter,
        IOfEvidence x => "evidence " + x.Evidence,
        RecordJudged => null,
        IOfCourt x => "court " + x.Court,
        MessageSent x => "message " + x.To,
        _ => null,
    };

    /// <summary>What it changes besides, see <see cref="WatchedBy"/>; null for nothing.</summary>
    public static string? ChangedAlso(DrillEvent e) => e is MessageSent x ? $"message {x.To} {new Actor(x.Seat).Team}" : null;

    /// <summary>The same as <see cref="AskedBy"/>, but who waits for one team's message is not asked after every other team's.</summary>
    public static string? WatchedBy(Condition condition) => condition is MessageTo { Team: { } team } c ? $"message {c.Contact} {team}" : AskedBy(condition);

    /// <summary>What a condition without parts asks about; "" for what only time or an event that changes everything can bring about; null when it is not known.</summary>
    public static string? AskedBy(Condition condition) => condition switch
    {
        ActionDone c => "action " + c.Action,
        AnswerIs c => "action " + c.Action,
        StepIs c => "action " + c.Step,
        DecisionIs c => "decision " + c.Decision,
        InjectOut c => "inject " + c.Inject,
        FlagSet c => "flag " + c.Flag,
        AssetIs c => "asset " + c.Asset,
        EvidenceIs c => "evidence " + c.Evidence,
        CourtIs c => "court " + c.Court,
        MessageTo c => "message " + c.Contact,
        MeterIs c => "meter " + c.Meter,
        // Events of requests and holds change everything, see above.
        AtTime or RequestIs or HoldIs => "",
        _ => null,
    };

    /// <summary>What an expected act does; "" for what only an event that changes everything can do, or people tick; null when it is not known.</summary>
    public static string? DoneBy(ExpectedAct act) => act switch
    {
        ExpectAction a => "action " + a.Action,
        ExpectDecision d => "decision " + d.Decision,
        ExpectCollect c => "evidence " + c.Evidence,
        ExpectIdentify i => "evidence " + i.Evidence,
        ExpectAcquire a => "evidence " + a.Evidence,
        ExpectPreserve p => "evidence " + p.Evidence,
        ExpectReceipt r => "evidence " + r.Evidence,
        ExpectFile f => "court " + f.Court,
        ExpectHandOver h => "evidence " + h.Evidence,
        ExpectMessage m => "message " + m.To,
        ExpectRequest or ExpectObserved => "",
        _ => null,
    };

    /// <summary>Whether time alone can bring it about; the clock then knows the moment (see <see cref="Moments"/>).</summary>
    public static bool IsTimed(Condition condition) => condition is AtTime or MeterIs;
}
