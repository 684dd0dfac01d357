using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Events;

/// <summary>
/// What happened, at drill ms <see cref="At"/>. Never edited: a new meaning is a new event. The wire name is the word given here, never the CLR name.
/// Seat is the actor's id ("system", "control.director.1", "team.role.1").
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DrillLaunched), "drill-launched")]
[JsonDerivedType(typeof(TimePassed), "time-passed")]
[JsonDerivedType(typeof(DrillRecovered), "drill-recovered")]
[JsonDerivedType(typeof(SeatTaken), "seat-taken")]
[JsonDerivedType(typeof(SeatLeft), "seat-left")]
[JsonDerivedType(typeof(SeatSimulated), "seat-simulated")]
[JsonDerivedType(typeof(SeatReady), "seat-ready")]
[JsonDerivedType(typeof(ExerciseStarted), "exercise-started")]
[JsonDerivedType(typeof(DrillPaused), "drill-paused")]
[JsonDerivedType(typeof(DrillResumed), "drill-resumed")]
[JsonDerivedType(typeof(SpeedSet), "speed-set")]
[JsonDerivedType(typeof(DrillStopped), "drill-stopped")]
[JsonDerivedType(typeof(ExerciseEnded), "exercise-ended")]
[JsonDerivedType(typeof(ExerciseReopened), "exercise-reopened")]
[JsonDerivedType(typeof(DrillForked), "drill-forked")]
[JsonDerivedType(typeof(PhaseStarted), "phase-started")]
[JsonDerivedType(typeof(InjectScheduled), "inject-scheduled")]
[JsonDerivedType(typeof(InjectDelivered), "inject-delivered")]
[JsonDerivedType(typeof(InjectHeldBack), "inject-held-back")]
[JsonDerivedType(typeof(InjectReleased), "inject-released")]
[JsonDerivedType(typeof(InjectSkipped), "inject-skipped")]
[JsonDerivedType(typeof(PoolDrawn), "pool-drawn")]
[JsonDerivedType(typeof(InjectPassedOver), "inject-passed-over")]
[JsonDerivedType(typeof(InjectForNobody), "inject-for-nobody")]
[JsonDerivedType(typeof(InjectMoved), "inject-moved")]
[JsonDerivedType(typeof(InjectEdited), "inject-edited")]
[JsonDerivedType(typeof(InjectWritten), "inject-written")]
[JsonDerivedType(typeof(InjectCorrected), "inject-corrected")]
[JsonDerivedType(typeof(ClockJumped), "clock-jumped")]
[JsonDerivedType(typeof(WorkClaimed), "work-claimed")]
[JsonDerivedType(typeof(ClaimLeft), "claim-left")]
[JsonDerivedType(typeof(MessageAnswered), "message-answered")]
[JsonDerivedType(typeof(MessageSetAside), "message-set-aside")]
[JsonDerivedType(typeof(NoteWritten), "note-written")]
[JsonDerivedType(typeof(HotWashNoted), "hot-wash-noted")]
[JsonDerivedType(typeof(HotWashWithdrawn), "hot-wash-withdrawn")]
[JsonDerivedType(typeof(SharingSet), "sharing-set")]
[JsonDerivedType(typeof(ReplaySharingSet), "replay-sharing-set")]
[JsonDerivedType(typeof(CascadeCut), "cascade-cut")]
[JsonDerivedType(typeof(ItemsRead), "items-read")]
[JsonDerivedType(typeof(ItemMarked), "item-marked")]
[JsonDerivedType(typeof(MessageSent), "message-sent")]
[JsonDerivedType(typeof(TeamWrittenTo), "team-written-to")]
[JsonDerivedType(typeof(ChatSent), "chat-sent")]
[JsonDerivedType(typeof(WrittenEarlier), "written-earlier")]
[JsonDerivedType(typeof(ActionStarted), "action-started")]
[JsonDerivedType(typeof(QuestionnaireOpened), "questionnaire-opened")]
[JsonDerivedType(typeof(QuestionnaireAnswered), "questionnaire-answered")]
[JsonDerivedType(typeof(ActionFinished), "action-finished")]
[JsonDerivedType(typeof(ActionFailed), "action-failed")]
[JsonDerivedType(typeof(ActionCancelled), "action-cancelled")]
[JsonDerivedType(typeof(DecisionOpened), "decision-opened")]
[JsonDerivedType(typeof(DecisionTaken), "decision-taken")]
[JsonDerivedType(typeof(DecisionLapsed), "decision-lapsed")]
[JsonDerivedType(typeof(FlagRaised), "flag-raised")]
[JsonDerivedType(typeof(FlagCleared), "flag-cleared")]
[JsonDerivedType(typeof(AssetChanged), "asset-changed")]
[JsonDerivedType(typeof(MeterChanged), "meter-changed")]
[JsonDerivedType(typeof(ThingRevealed), "thing-revealed")]
[JsonDerivedType(typeof(EvidenceCollected), "evidence-collected")]
[JsonDerivedType(typeof(EvidenceHandedOver), "evidence-handed-over")]
[JsonDerivedType(typeof(EvidenceIdentified), "evidence-identified")]
[JsonDerivedType(typeof(EvidenceAcquired), "evidence-acquired")]
[JsonDerivedType(typeof(EvidencePreserved), "evidence-preserved")]
[JsonDerivedType(typeof(ReceiptGiven), "receipt-given")]
[JsonDerivedType(typeof(EvidenceAltered), "evidence-altered")]
[JsonDerivedType(typeof(EvidenceDestroyed), "evidence-destroyed")]
[JsonDerivedType(typeof(EvidenceFoundGone), "evidence-found-gone")]
[JsonDerivedType(typeof(CourtAsked), "court-asked")]
[JsonDerivedType(typeof(RecordFiled), "record-filed")]
[JsonDerivedType(typeof(RecordJudged), "record-judged")]
[JsonDerivedType(typeof(CourtLapsed), "court-lapsed")]
[JsonDerivedType(typeof(RequestDrafted), "request-drafted")]
[JsonDerivedType(typeof(RequestEdited), "request-edited")]
[JsonDerivedType(typeof(SupplementDrafted), "supplement-drafted")]
[JsonDerivedType(typeof(DraftTakenUp), "draft-taken-up")]
[JsonDerivedType(typeof(DraftLetGo), "draft-let-go")]
[JsonDerivedType(typeof(RequestAuthorised), "request-authorised")]
[JsonDerivedType(typeof(DraftSentBack), "draft-sent-back")]
[JsonDerivedType(typeof(RequestSent), "request-sent")]
[JsonDerivedType(typeof(RequestReceived), "request-received")]
[JsonDerivedType(typeof(RequestAcknowledged), "request-acknowledged")]
[JsonDerivedType(typeof(RequestVerified), "request-verified")]
[JsonDerivedType(typeof(RequestForwarded), "request-forwarded")]
[JsonDerivedType(typeof(RequestReturned), "request-returned")]
[JsonDerivedType(typeof(RequestConsulted), "request-consulted")]
[JsonDerivedType(typeof(RequestPostponed), "request-postponed")]
[JsonDerivedType(typeof(RequestGranted), "request-granted")]
[JsonDerivedType(typeof(RequestExecuted), "request-executed")]
[JsonDerivedType(typeof(RequestRefused), "request-refused")]
[JsonDerivedType(typeof(RequestSupplemented), "request-supplemented")]
[JsonDerivedType(typeof(ConditionsAccepted), "conditions-accepted")]
[JsonDerivedType(typeof(ExtensionAsked), "extension-asked")]
[JsonDerivedType(typeof(ProgressAsked), "progress-asked")]
[JsonDerivedType(typeof(RequestWithdrawn), "request-withdrawn")]
[JsonDerivedType(typeof(RequestLapsed), "request-lapsed")]
[JsonDerivedType(typeof(RequestClosed), "request-closed")]
[JsonDerivedType(typeof(RequestNarrowed), "request-narrowed")]
[JsonDerivedType(typeof(SenderWarned), "sender-warned")]
[JsonDerivedType(typeof(SenderInsisted), "sender-insisted")]
[JsonDerivedType(typeof(OtherUseAsked), "other-use-asked")]
[JsonDerivedType(typeof(OtherUseAnswered), "other-use-answered")]
[JsonDerivedType(typeof(ProgressTold), "progress-told")]
[JsonDerivedType(typeof(RequestConfirmed), "request-confirmed")]
[JsonDerivedType(typeof(RegisterDateSet), "register-date-set")]
[JsonDerivedType(typeof(RequestEvidenceSent), "request-evidence-sent")]
[JsonDerivedType(typeof(TrueAuthorityWarned), "true-authority-warned")]
[JsonDerivedType(typeof(AnswerJudged), "answer-judged")]
[JsonDerivedType(typeof(RequestFaulted), "request-faulted")]
[JsonDerivedType(typeof(RequestOverdue), "request-overdue")]
[JsonDerivedType(typeof(RequestFollowed), "request-followed")]
[JsonDerivedType(typeof(DataHandedOver), "data-handed-over")]
[JsonDerivedType(typeof(PropertyHeld), "property-held")]
[JsonDerivedType(typeof(HoldFed), "hold-fed")]
[JsonDerivedType(typeof(HoldUnfollowed), "hold-unfollowed")]
[JsonDerivedType(typeof(HoldBegun), "hold-begun")]
[JsonDerivedType(typeof(HoldExtended), "hold-extended")]
[JsonDerivedType(typeof(HoldFollowed), "hold-followed")]
[JsonDerivedType(typeof(HoldEnded), "hold-ended")]
[JsonDerivedType(typeof(DataLost), "data-lost")]
[JsonDerivedType(typeof(ObjectiveWon), "objective-won")]
[JsonDerivedType(typeof(ObjectiveMissed), "objective-missed")]
[JsonDerivedType(typeof(MeasureBegun), "measure-begun")]
[JsonDerivedType(typeof(ObjectivePartlyWon), "objective-partly-won")]
[JsonDerivedType(typeof(ObjectiveMarked), "objective-marked")]
[JsonDerivedType(typeof(ExpectedMarked), "expected-marked")]
[JsonDerivedType(typeof(PenaltyIncurred), "penalty-incurred")]
[JsonDerivedType(typeof(ScoreVoided), "score-voided")]
[JsonDerivedType(typeof(TeamRemoved), "team-removed")]
[JsonDerivedType(typeof(StepOpened), "step-opened")]
[JsonDerivedType(typeof(StepBlocked), "step-blocked")]
[JsonDerivedType(typeof(StepGivenUp), "step-given-up")]
[JsonDerivedType(typeof(StepFoiled), "step-foiled")]
[JsonDerivedType(typeof(StepSkipped), "step-skipped")]
[JsonDerivedType(typeof(NoiseMade), "noise-made")]
[JsonDerivedType(typeof(PlanHeld), "plan-held")]
[JsonDerivedType(typeof(PlanResumed), "plan-resumed")]
[JsonDerivedType(typeof(PlanHandedOver), "plan-handed-over")]
[JsonDerivedType(typeof(RollCalled), "roll-called")]
[JsonDerivedType(typeof(LinkReported), "link-reported")]
[JsonDerivedType(typeof(ResultTypedIn), "result-typed-in")]
[JsonDerivedType(typeof(JudgedOnPaper), "judged-on-paper")]
public abstract record DrillEvent(long At);

public sealed record DrillLaunched(long At, string Scenario, string ContentSha256, long Seed, string AfterCrash, string NoController, bool? Alone = null) : DrillEvent(At);

/// <summary>The clock came this far and nothing else happened then.</summary>
public sealed record TimePassed(long At) : DrillEvent(At);

public sealed record DrillRecovered(long At) : DrillEvent(At);

public sealed record SeatTaken(long At, string Seat) : DrillEvent(At);

public sealed record SeatLeft(long At, string Seat) : DrillEvent(At);

public sealed record SeatSimulated(long At, string Seat, string Skill) : DrillEvent(At);

public sealed record SeatReady(long At, string Seat, bool Ready) : DrillEvent(At);

public sealed record ExerciseStarted(long At) : DrillEvent(At);

/// <summary>Why: control, recovered, no-controller.</summary>
public sealed record DrillPaused(long At, string Seat, string Why) : DrillEvent(At);

public sealed record DrillResumed(long At, string Seat) : DrillEvent(At);

public sealed record SpeedSet(long At, string Seat, int Speed) : DrillEvent(At);

/// <summary>STOP: real event.</summary>
public sealed record DrillStopped(long At, string Seat) : DrillEvent(At);

/// <summary>End: the scenario's end that was reached; null when the director ended it.</summary>
public sealed record ExerciseEnded(long At, string Seat, string? End = null) : DrillEvent(At);

public sealed record ExerciseReopened(long At, string Seat) : DrillEvent(At);

/// <summary>All before it is another drill's past, up to a row of its log; from here on this one goes its own way. From: that drill's id. Alone: one person plays it on, among simulated players.</summary>
public sealed record DrillForked(long At, string From, long Row, bool? Alone = null) : DrillEvent(At);

public sealed record PhaseStarted(long At, string Phase) : DrillEvent(At);

public sealed record InjectScheduled(long At, string Inject, long Due) : DrillEvent(At), IOfInject;

/// <summary>Seat: "system" when it came by itself, else who fired it. Variant: the wording that the seed drew, if not the inject's own.</summary>
public sealed record InjectDelivered(long At, string Inject, string Seat, string? Variant = null) : DrillEvent(At), IOfInject;

public sealed record InjectHeldBack(long At, string Inject, string Seat) : DrillEvent(At), IOfInject;

public sealed record InjectReleased(long At, string Inject, string Seat) : DrillEvent(At), IOfInject;

public sealed record InjectSkipped(long At, string Inject, string Seat) : DrillEvent(At), IOfInject;

/// <summary>Effects of effects went beyond the limit of one command; what stood behind What was dropped.</summary>
public sealed record CascadeCut(long At, string What) : DrillEvent(At);

public sealed record ItemsRead(long At, string Seat, ImmutableArray<string> Items) : DrillEvent(At);

public sealed record ItemMarked(long At, string Seat, string Item, string Note) : DrillEvent(At);

public sealed record MessageSent(long At, string Seat, string To, string Text, string? About, string Language) : DrillEvent(At);

/// <summary>A message of a seat to another team; Item: its place in both feeds.</summary>
public sealed record TeamWrittenTo(long At, string Item, string Seat, string Team, string Text, string? About, string Language) : DrillEvent(At);

/// <summary>To the seat's own team.</summary>
public sealed record ChatSent(long At, string Seat, string Text, string Language) : DrillEvent(At);

/// <summary>What the seat did in this row had waited for its link: it counts from now, and was written at drill ms WrittenAt, as the sender's screen says.</summary>
public sealed record WrittenEarlier(long At, string Seat, long WrittenAt) : DrillEvent(At);

/// <summary>Nth: how many times this action was started before. Answers: field id to what was filled in.</summary>
public sealed record ActionStarted(long At, string Action, string Seat, int Nth, long EndsAt, ImmutableSortedDictionary<string, string>? Answers = null) : DrillEvent(At), IOfAction;

public sealed record ActionFinished(long At, string Action, string Seat) : DrillEvent(At), IOfAction;

public sealed record ActionFailed(long At, string Action, string Seat) : DrillEvent(At), IOfAction;

public sealed record ActionCancelled(long At, string Action, string Seat) : DrillEvent(At), IOfAction;

public sealed record DecisionOpened(long At, string Decision, long? Deadline = null) : DrillEvent(At), IOfDecision;

public sealed record DecisionTaken(long At, string Decision, string Option, string Seat, string Reason) : DrillEvent(At), IOfDecision;

public sealed record DecisionLapsed(long At, string Decision) : DrillEvent(At), IOfDecision;

public sealed record FlagRaised(long At, string Flag) : DrillEvent(At);

public sealed record FlagCleared(long At, string Flag) : DrillEvent(At);

public sealed record AssetChanged(long At, string Asset, string To) : DrillEvent(At);

/// <summary>From now on the meter stands at Value and changes by Rate a minute.</summary>
public sealed record MeterChanged(long At, string Meter, long Value, long Rate) : DrillEvent(At);

/// <summary>What: asset, data, evidence, meter. Team: a team, or one role of it (team.role).</summary>
public sealed record ThingRevealed(long At, string What, string Id, string Team) : DrillEvent(At);

/// <summary>Sha256: what was written on the custody form, else the file's. Gaps: as judged then (hidden from players); absent where there are none.</summary>
public sealed record EvidenceCollected(long At, string Evidence, string Team, string Seat, string Sha256, string Basis, string Note, ImmutableArray<string>? Gaps = null) : DrillEvent(At), IOfEvidence;

public sealed record EvidenceHandedOver(long At, string Evidence, string Team, string To, string Seat, string Note) : DrillEvent(At), IOfEvidence;

public sealed record RequestDrafted(long At, string Request, string Seat, RequestForm Form, string? About = null) : DrillEvent(At);

public sealed record RequestEdited(long At, string Request, string Seat, RequestForm Form) : DrillEvent(At);

/// <summary>What the sender's side has written so far to mend a request that came back.</summary>
public sealed record SupplementDrafted(long At, string Request, string Seat, RequestForm Form) : DrillEvent(At);

/// <summary>One editor at a time: from now on it is this seat.</summary>
public sealed record DraftTakenUp(long At, string Request, string Seat) : DrillEvent(At);

public sealed record DraftLetGo(long At, string Request, string Seat) : DrillEvent(At);

/// <summary>Oral: by word of mouth, to be confirmed in writing; absent otherwise.</summary>
public sealed record RequestAuthorised(long At, string Request, string Seat, bool? Oral = null) : DrillEvent(At);

public sealed record DraftSentBack(long At, string Request, string Seat, string Remark) : DrillEvent(At);

/// <summary>Story: when, in story time. Matter: what it is about, if anything; Mistakes: as judged when it went out (hidden from players).</summary>
public sealed record RequestSent(long At, string Request, string Seat, long Story, string? Matter, ImmutableArray<string> Mistakes) : DrillEvent(At);

/// <summary>A request by the author arrived.</summary>
public sealed record RequestReceived(long At, string Request, string Incoming, long Story, RequestForm Form, string? Matter, ImmutableArray<string> Mistakes) : DrillEvent(At);

/// <summary>By: a seat, or the authority that answers without people.</summary>
public sealed record RequestAcknowledged(long At, string Request, string By, long Story, string Reference) : DrillEvent(At);

public sealed record RequestVerified(long At, string Request, string By, long Story, bool Authentic, string CalledBack) : DrillEvent(At);

public sealed record RequestForwarded(long At, string Request, string By, long Story, string To) : DrillEvent(At);

public sealed record RequestReturned(long At, string Request, string By, long Story, ImmutableArray<string> Missing, string Reasons) : DrillEvent(At);

public sealed record RequestConsulted(long At, string Request, string By, long Story, string Reasons, Scope? Narrower = null) : DrillEvent(At);

public sealed record RequestPostponed(long At, string Request, string By, long Story, string Reasons) : DrillEvent(At);

/// <summary>How: grant, grant-in-part, grant-with-conditions. Part: what a part comes to.</summary>
public sealed record RequestGranted(long At, string Request, string By, long Story, string How, string Conditions, Scope? Part = null) : DrillEvent(At);

/// <summary>Result: "kept", "nil" when the data is gone, "handed-over", "held" (property), "moved-on", "paid-out", "not-found", "taken", "agreed".</summary>
public sealed record RequestExecuted(long At, string Request, string By, long Story, string Result) : DrillEvent(At);

public sealed record RequestRefused(long At, string Request, string By, long Story, string Ground, string Reasons) : DrillEvent(At);

/// <summary>Back with its receiver, supplemented or narrowed.</summary>
public sealed record RequestSupplemented(long At, string Request, string Seat, long Story, RequestForm Form, string? Matter, ImmutableArray<string> Mistakes) : DrillEvent(At);

public sealed record ConditionsAccepted(long At, string Request, string Seat) : DrillEvent(At);

public sealed record ExtensionAsked(long At, string Request, string Seat, string Reason, string Planned) : DrillEvent(At);

public sealed record ProgressAsked(long At, string Request, string Seat) : DrillEvent(At);

public sealed record RequestWithdrawn(long At, string Request, string Seat, string Reason) : DrillEvent(At);

public sealed record RequestLapsed(long At, string Request, string Why) : DrillEvent(At);

public sealed record RequestClosed(long At, string Request, string Seat) : DrillEvent(At);

/// <summary>The sender asks for less, of its own accord or as the receiver proposed.</summary>
public sealed record RequestNarrowed(long At, string Request, string Seat, long Story, RequestForm Form, string? Matter, ImmutableArray<string> Mistakes) : DrillEvent(At);

/// <summary>Why: cannot-keep-confidential, will-not-suffice, harms-case, lifting-planned. The sender decides whether to go on.</summary>
public sealed record SenderWarned(long At, string Request, string By, long Story, string Why, string Reasons) : DrillEvent(At);

public sealed record SenderInsisted(long At, string Request, string Seat, long Story) : DrillEvent(At);

public sealed record OtherUseAsked(long At, string Request, string Seat, long Story, string Purpose) : DrillEvent(At);

public sealed record OtherUseAnswered(long At, string Request, string By, long Story, bool Consents, string Reasons) : DrillEvent(At);

public sealed record ProgressTold(long At, string Request, string By, long Story, string Text) : DrillEvent(At);

/// <summary>What was authorised by word of mouth stands in writing.</summary>
public sealed record RequestConfirmed(long At, string Request, string Seat, long Story) : DrillEvent(At);

/// <summary>Date: story ms the receiver wrote into his register as the end of the hold.</summary>
public sealed record RegisterDateSet(long At, string Request, string Seat, long Date) : DrillEvent(At);

/// <summary>Evidence for a freeze, sent after it.</summary>
public sealed record RequestEvidenceSent(long At, string Request, string Seat, long Story, ImmutableArray<string> Attachments, string Text) : DrillEvent(At);

public sealed record TrueAuthorityWarned(long At, string Request, string Seat, string Authority) : DrillEvent(At);

/// <summary>How people's answer was judged when it was given (hidden from players): whether it fits, and what was wrong with it.</summary>
public sealed record AnswerJudged(long At, string Request, string By, string Fitting, bool Fits, ImmutableArray<string> Mistakes) : DrillEvent(At);

/// <summary>A mistake that the clock or an act brought to light, on one side (sender, receiver); hidden from players.</summary>
public sealed record RequestFaulted(long At, string Request, string Side, string Code) : DrillEvent(At);

/// <summary>A silence past its time. What: acknowledge, answer, progress, other-use.</summary>
public sealed record RequestOverdue(long At, string Request, string What) : DrillEvent(At);

/// <summary>The request that had to come after it went out.</summary>
public sealed record RequestFollowed(long At, string Request, string By) : DrillEvent(At);

/// <summary>Evidence and Sha256: the item in which the data was handed over, when the author wrote one.</summary>
public sealed record DataHandedOver(long At, string Request, string DataSet, string By, long Story, string? Evidence = null, string? Sha256 = null) : DrillEvent(At);

/// <summary>What: suspension, freeze. Amount in the meter's unit.</summary>
public sealed record PropertyHeld(long At, string Hold, string Property, string Request, string What, long Amount, long StoryEnds) : DrillEvent(At);

/// <summary>Another request rests on a hold that is there already; StoryEnds is its end from now on, Amount what was added to it.</summary>
public sealed record HoldFed(long At, string Hold, string Request, string What, long StoryEnds, long Amount = 0) : DrillEvent(At);

/// <summary>The formal request behind it was refused, withdrawn or lapsed.</summary>
public sealed record HoldUnfollowed(long At, string Hold) : DrillEvent(At);

public sealed record HoldBegun(long At, string Hold, string DataSet, string Request, long StoryEnds) : DrillEvent(At);

public sealed record HoldExtended(long At, string Hold, long StoryEnds) : DrillEvent(At);

public sealed record HoldFollowed(long At, string Hold) : DrillEvent(At);

/// <summary>Why: "ended" (it ran out) or "released".</summary>
public sealed record HoldEnded(long At, string Hold, string Why) : DrillEvent(At);

public sealed record DataLost(long At, string DataSet) : DrillEvent(At);

/// <summary>Because: the event that made it true, "action-finished call-bank".</summary>
public sealed record ObjectiveWon(long At, string Objective, string Because) : DrillEvent(At), IOfObjective;

public sealed record ObjectiveMissed(long At, string Objective) : DrillEvent(At), IOfObjective;

public sealed record PenaltyIncurred(long At, string Penalty, string Because) : DrillEvent(At);
