using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Commands;

/// <summary>What somebody wants to happen. On the wire <c>{"kind":"start-action","action":"call-bank"}</c>; the sender is never in it, see <see cref="Actor"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LaunchDrill), "launch-drill")]
[JsonDerivedType(typeof(Tick), "tick")]
[JsonDerivedType(typeof(Recover), "recover")]
[JsonDerivedType(typeof(TakeSeat), "take-seat")]
[JsonDerivedType(typeof(LeaveSeat), "leave-seat")]
[JsonDerivedType(typeof(SimulateSeat), "simulate-seat")]
[JsonDerivedType(typeof(FreeSeat), "free-seat")]
[JsonDerivedType(typeof(HandSeatOver), "hand-seat-over")]
[JsonDerivedType(typeof(SetReady), "set-ready")]
[JsonDerivedType(typeof(StartExercise), "start-exercise")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(SetSpeed), "set-speed")]
[JsonDerivedType(typeof(StopForRealEvent), "stop-for-real-event")]
[JsonDerivedType(typeof(EndExercise), "end-exercise")]
[JsonDerivedType(typeof(ReopenExercise), "reopen-exercise")]
[JsonDerivedType(typeof(CallRoll), "call-roll")]
[JsonDerivedType(typeof(ReportLink), "report-link")]
[JsonDerivedType(typeof(Broadcast), "broadcast")]
[JsonDerivedType(typeof(TypeInResults), "type-in-results")]
[JsonDerivedType(typeof(FireInject), "fire-inject")]
[JsonDerivedType(typeof(HoldBackInject), "hold-back-inject")]
[JsonDerivedType(typeof(ReleaseInject), "release-inject")]
[JsonDerivedType(typeof(SkipInject), "skip-inject")]
[JsonDerivedType(typeof(MoveInject), "move-inject")]
[JsonDerivedType(typeof(EditInject), "edit-inject")]
[JsonDerivedType(typeof(WriteInject), "write-inject")]
[JsonDerivedType(typeof(CorrectInject), "correct-inject")]
[JsonDerivedType(typeof(JumpTo), "jump-to")]
[JsonDerivedType(typeof(Claim), "claim")]
[JsonDerivedType(typeof(LeaveClaim), "leave-claim")]
[JsonDerivedType(typeof(ReplyToMessage), "reply-to-message")]
[JsonDerivedType(typeof(SetAsideMessage), "set-aside-message")]
[JsonDerivedType(typeof(WriteNote), "write-note")]
[JsonDerivedType(typeof(NoteHotWash), "note-hot-wash")]
[JsonDerivedType(typeof(WithdrawHotWashNote), "withdraw-hot-wash-note")]
[JsonDerivedType(typeof(SetSharing), "set-sharing")]
[JsonDerivedType(typeof(SetReplaySharing), "set-replay-sharing")]
[JsonDerivedType(typeof(VoidScore), "void-score")]
[JsonDerivedType(typeof(RemoveTeam), "remove-team")]
[JsonDerivedType(typeof(HoldPlan), "hold-plan")]
[JsonDerivedType(typeof(ResumePlan), "resume-plan")]
[JsonDerivedType(typeof(HandOverPlan), "hand-over-plan")]
[JsonDerivedType(typeof(SkipStep), "skip-step")]
[JsonDerivedType(typeof(FireStep), "fire-step")]
[JsonDerivedType(typeof(MarkRead), "mark-read")]
[JsonDerivedType(typeof(MarkForDebrief), "mark-for-debrief")]
[JsonDerivedType(typeof(SendMessage), "send-message")]
[JsonDerivedType(typeof(SendChat), "send-chat")]
[JsonDerivedType(typeof(StartAction), "start-action")]
[JsonDerivedType(typeof(CancelAction), "cancel-action")]
[JsonDerivedType(typeof(Decide), "decide")]
[JsonDerivedType(typeof(AnswerQuestionnaire), "answer-questionnaire")]
[JsonDerivedType(typeof(MarkObjective), "mark-objective")]
[JsonDerivedType(typeof(MarkExpected), "mark-expected")]
[JsonDerivedType(typeof(CollectEvidence), "collect-evidence")]
[JsonDerivedType(typeof(IdentifyEvidence), "identify-evidence")]
[JsonDerivedType(typeof(AcquireEvidence), "acquire-evidence")]
[JsonDerivedType(typeof(PreserveEvidence), "preserve-evidence")]
[JsonDerivedType(typeof(HandOverEvidence), "hand-over-evidence")]
[JsonDerivedType(typeof(GiveReceipt), "give-receipt")]
[JsonDerivedType(typeof(FileRecord), "file-record")]
[JsonDerivedType(typeof(DraftRequest), "draft-request")]
[JsonDerivedType(typeof(EditRequest), "edit-request")]
[JsonDerivedType(typeof(TakeUpDraft), "take-up-draft")]
[JsonDerivedType(typeof(KeepDraft), "keep-draft")]
[JsonDerivedType(typeof(LetGoOfDraft), "let-go-of-draft")]
[JsonDerivedType(typeof(AuthoriseRequest), "authorise-request")]
[JsonDerivedType(typeof(SendBackDraft), "send-back-draft")]
[JsonDerivedType(typeof(SendRequest), "send-request")]
[JsonDerivedType(typeof(AcknowledgeRequest), "acknowledge-request")]
[JsonDerivedType(typeof(VerifyRequest), "verify-request")]
[JsonDerivedType(typeof(AnswerRequest), "answer-request")]
[JsonDerivedType(typeof(SupplementRequest), "supplement-request")]
[JsonDerivedType(typeof(AcceptConditions), "accept-conditions")]
[JsonDerivedType(typeof(ExtendRequest), "extend-request")]
[JsonDerivedType(typeof(AskProgress), "ask-progress")]
[JsonDerivedType(typeof(WithdrawRequest), "withdraw-request")]
[JsonDerivedType(typeof(NarrowRequest), "narrow-request")]
[JsonDerivedType(typeof(WarnSender), "warn-sender")]
[JsonDerivedType(typeof(GoOnNevertheless), "go-on-nevertheless")]
[JsonDerivedType(typeof(AskOtherUse), "ask-other-use")]
[JsonDerivedType(typeof(AnswerOtherUse), "answer-other-use")]
[JsonDerivedType(typeof(TellProgress), "tell-progress")]
[JsonDerivedType(typeof(ConfirmInWriting), "confirm-in-writing")]
[JsonDerivedType(typeof(SetRegisterDate), "set-register-date")]
[JsonDerivedType(typeof(SendRequestEvidence), "send-request-evidence")]
[JsonDerivedType(typeof(LiftHold), "lift-hold")]
[JsonDerivedType(typeof(WarnTrueAuthority), "warn-true-authority")]
[JsonDerivedType(typeof(CloseRequest), "close-request")]
public abstract record Command;

/// <summary>
/// Begins the log. AfterCrash: "pause" or "go-on". NoController: what happens after two minutes without one, "go-on" or "pause". Alone: one person plays
/// it among simulated players, without control; whoever is its only person begins, pauses, resumes, speeds and ends it.
/// </summary>
public sealed record LaunchDrill(string Scenario, string ContentSha256, long Seed, string AfterCrash = "pause", string NoController = "go-on", bool Alone = false) : Command;

/// <summary>Lets everything happen that is due up to `at`.</summary>
public sealed record Tick : Command;

/// <summary>The room woke after a crash; `at` is the end of the lease.</summary>
public sealed record Recover : Command;

public sealed record TakeSeat(string Seat) : Command;

public sealed record LeaveSeat(string Seat) : Command;

/// <summary>A simulated player holds the seat until a person takes it. Skill: steady, good, average or poor; another one changes the player who sits there.</summary>
public sealed record SimulateSeat(string Seat, string Skill = "steady") : Command;

public sealed record FreeSeat(string Seat) : Command;

/// <summary>
/// Whoever sits there leaves, and at the same moment a simulated player goes on with what lies before the seat. By the person who sits there, or by control. Skill as in
/// <see cref="SimulateSeat"/>.
/// </summary>
public sealed record HandSeatOver(string Seat, string Skill = "steady") : Command;

public sealed record SetReady(bool Ready) : Command;

public sealed record StartExercise : Command;

public sealed record Pause : Command;

public sealed record Resume : Command;

/// <summary>Drill seconds a wall second, one of <see cref="Speeds"/>.</summary>
public sealed record SetSpeed(int Speed) : Command
{
    public static readonly ImmutableArray<int> Speeds = [1, 2, 5, 10, 20, 30, 60];
}

/// <summary>The clock goes on from drill ms To; what falls due before that happens first, each at its own time. Only while it runs, and not beyond a day ahead.</summary>
public sealed record JumpTo(long To) : Command;

public sealed record StopForRealEvent : Command;

public sealed record EndExercise : Command;

public sealed record ReopenExercise : Command;

/// <summary>Control asks every lobby whether somebody is there; each answers with <see cref="ReportLink"/>.</summary>
public sealed record CallRoll : Command;

/// <summary>A seat's test of its link: ms there and back (at most ten minutes), and how many bytes went each way.</summary>
public sealed record ReportLink(int RoundTripMs, int Bytes) : Command;

/// <summary>
/// A message to everybody, sent to all drills of an exercise. Inject: "x-" and then a-z, 0-9, dash, at most 40; sent again with the same one it changes nothing.
/// Attention: normal, urgent. Plain text of at most 4,000 characters.
/// </summary>
public sealed record Broadcast(string Inject, Text Subject, Text Body, string Attention = "normal", Text? FromText = null) : Command;

/// <summary>What a team did on paper, written down afterwards; at most 200. Typed in again, the last typing counts and all stay in the log.</summary>
public sealed record TypeInResults(ImmutableArray<TypedResult> Results) : Command;

/// <summary>
/// What and Value: decision (an option's id, or lapsed), action (done, failed), objective that the rules judge (won, partly, missed; Points of a partly won one),
/// mark (a level of its rubric). An empty Value takes back; a mark is only put right. HappenedAt: drill ms on the team's own clock, of decisions and actions.
/// By: the role (team.role) that did it, or empty.
/// </summary>
public sealed record TypedResult(string What, string Id, string Value, int? Points = null, long? HappenedAt = null, string By = "", string Note = "");

public sealed record FireInject(string Inject) : Command;

public sealed record HoldBackInject(string Inject) : Command;

public sealed record ReleaseInject(string Inject) : Command;

public sealed record SkipInject(string Inject) : Command;

/// <summary>To: drill ms, not before now.</summary>
public sealed record MoveInject(string Inject, long Due) : Command;

/// <summary>Before delivery. To: the new address list (empty: as it was); Subject and Body by language (absent: as they were), Body plain text of at most 4,000 characters.</summary>
public sealed record EditInject(string Inject, ImmutableArray<string> To, Text? Subject = null, Text? Body = null) : Command;

/// <summary>Inject: an id made by the client, "w-" and then a-z, 0-9, dash; at most 40. Due: drill ms; absent: it waits to be fired. From: a contact's id, or FromText.</summary>
public sealed record WriteInject(string Inject, ImmutableArray<string> To, Text Subject, Text Body, string Channel = "mail", string Attention = "normal", string Tlp = "GREEN", string? From = null, Text? FromText = null, long? Due = null) : Command;

/// <summary>A delivered inject is never changed: a correction goes to the same people.</summary>
public sealed record CorrectInject(string Inject, Text Body) : Command;

/// <summary>A controller takes something up: Key is "plan:inject" or "feed:message". Another's claim is taken over.</summary>
public sealed record Claim(string Key) : Command;

public sealed record LeaveClaim(string Key) : Command;

/// <summary>Item: what a team wrote to a contact or to control; the answer comes in the name of whom it wrote to. Text: at most 4,000 characters.</summary>
public sealed record ReplyToMessage(string Item, string Text, string Language = "en") : Command;

/// <summary>It needs no answer.</summary>
public sealed record SetAsideMessage(string Item) : Command;

/// <summary>Note: an id made by the client (a-z, 0-9, dash; at most 40). Seen: drill ms of what it is about; absent: now. Objective: of that team. Text: at most 4,000 characters.</summary>
public sealed record WriteNote(string Note, string Team, string Text, string? Objective = null, long? Seen = null) : Command;

/// <summary>
/// After EndEx. Note: an id made by the client (a-z, 0-9, dash; at most 40); the same id again mends it. Sort: happened, helped, hindered or fix. Text: at most 500 characters. Owner: who is to see to a fix, in
/// his own words, at most 100. Team: for whom control writes, empty for everybody; a player's is his own whatever it says.
/// </summary>
public sealed record NoteHotWash(string Note, string Sort, string Text, string Owner = "", string Team = "", string Language = "en") : Command;

public sealed record WithdrawHotWashNote(string Note) : Command;

/// <summary>What teams see of each other after EndEx: own, scores or all.</summary>
public sealed record SetSharing(string Sharing) : Command;

/// <summary>Whose replay players see after EndEx: nobody's, own (each that of his seat), team (those of his team's seats) or all.</summary>
public sealed record SetReplaySharing(string Replay) : Command;

/// <summary>What: objective, whose points were won by the rules, by a mark or on paper, or penalty; Id: which. It counts nothing from then on and cannot be taken back. Reason: at most 500 characters.</summary>
public sealed record VoidScore(string What, string Id, string Reason) : Command;

/// <summary>The team plays no more, and cannot be taken in again: its people read and talk among themselves. Reason: at most 500 characters.</summary>
public sealed record RemoveTeam(string Team, string Reason) : Command;

/// <summary>No step of the plan is started any more, by it or by people; what is under way goes on.</summary>
public sealed record HoldPlan(string Plan) : Command;

public sealed record ResumePlan(string Plan) : Command;

/// <summary>PlayedBy: plan, people, auto (by itself while nobody sits in its team).</summary>
public sealed record HandOverPlan(string Plan, string PlayedBy) : Command;

/// <summary>A step of a plan is passed over as if it were done, without its effects.</summary>
public sealed record SkipStep(string Step) : Command;

/// <summary>A step of a plan is started now, whatever it waits for.</summary>
public sealed record FireStep(string Step) : Command;

/// <summary>Items: feed ids; at most 100.</summary>
public sealed record MarkRead(ImmutableArray<string> Items) : Command;

public sealed record MarkForDebrief(string Item, string Note = "") : Command;

/// <summary>To: a contact's id, "control", or "team:" and another team's id. About: the feed item it answers, if any. Text: at most 4,000 characters.</summary>
public sealed record SendMessage(string To, string Text, string? About = null, string Language = "en") : Command;

/// <summary>To one's own team, of at most 1,000 characters.</summary>
public sealed record SendChat(string Text, string Language = "en") : Command;

/// <summary>Answers: field id to what is filled in, for an action that has a form.</summary>
public sealed record StartAction(string Action, ImmutableSortedDictionary<string, string>? Answers = null) : Command;

public sealed record CancelAction(string Action) : Command;

public sealed record Decide(string Decision, string Option, string Reason = "") : Command;

public sealed record AnswerQuestionnaire(string Questionnaire, ImmutableSortedDictionary<string, string> Answers) : Command;

/// <summary>Level: of the objective's rubric. Note: at most 4,000 characters. May be sent again, also after EndEx.</summary>
public sealed record MarkObjective(string Objective, string Level, string Note = "") : Command;

/// <summary>
/// What an evaluator saw of an expected act that only people in the room see. Act: its number in the inject, from 1, those of variants after the inject's own. Found: done, partly, not-done, or open
/// to take it back. Seen: the drill ms that it is about; now, if not said. Note: at most 4,000 characters. May be sent again, also after EndEx.
/// </summary>
public sealed record MarkExpected(string Inject, int Act, string Found, string Note = "", long? Seen = null) : Command;

/// <summary>Found, and named as what may prove something; it stays where it lies.</summary>
public sealed record IdentifyEvidence(string Evidence, string Note = "") : Command;

/// <summary>Sha256: what the collector wrote on the custody form; empty: as the file has it. Basis: one of <see cref="Bases.All"/>, or in his own words.</summary>
public sealed record CollectEvidence(string Evidence, string Sha256 = "", string Basis = "", string Note = "") : Command;

/// <summary>A working copy, of what the team holds or on the spot. Sha256: of the copy, as written; may be empty. Basis: where it was not collected before.</summary>
public sealed record AcquireEvidence(string Evidence, string Sha256 = "", string Basis = "", string Note = "") : Command;

/// <summary>Sealed and stored. Seal: its number; Place: where it is kept. Either may be empty.</summary>
public sealed record PreserveEvidence(string Evidence, string Seal = "", string Place = "", string Note = "") : Command;

public sealed record HandOverEvidence(string Evidence, string Team, string Note = "") : Command;

/// <summary>By the team that was given an item: it has arrived. Sha256: as compared on arrival; may be empty.</summary>
public sealed record GiveReceipt(string Evidence, string Sha256 = "", string Note = "") : Command;

/// <summary>What the court asked for, once. Items: which, each with the team whose custody log is presented. Purpose: at most 2,000 characters.</summary>
public sealed record FileRecord(string Court, ImmutableArray<FiledItem> Items, string Purpose = "") : Command;

/// <summary>Request: an id made by the sender's client, unique in the drill (a-z, 0-9, dash; at most 40).</summary>
public sealed record DraftRequest(string Request, RequestForm Form, string? About = null) : Command;

/// <summary>
/// Revision: the one this edit started from; another one since is refused with "edited-meanwhile", and somebody else writing with "written-by". Of a
/// request that came back, the sender's own copy is edited; its receiver sees nothing of it until it is supplemented.
/// </summary>
public sealed record EditRequest(string Request, int Revision, RequestForm Form) : Command;

/// <summary>I write now; whoever wrote does so no more. Rooms ask him first and send it when he has not answered.</summary>
public sealed record TakeUpDraft(string Request) : Command;

/// <summary>By who writes: he goes on writing, though somebody asked to take over. It changes nothing; rooms read it.</summary>
public sealed record KeepDraft(string Request) : Command;

public sealed record LetGoOfDraft(string Request) : Command;

/// <summary>Oral: by word of mouth, where the State's emergency rule allows it; to be confirmed in writing.</summary>
public sealed record AuthoriseRequest(string Request, int Revision, bool Oral = false) : Command;

public sealed record SendBackDraft(string Request, string Remark) : Command;

public sealed record SendRequest(string Request) : Command;

public sealed record AcknowledgeRequest(string Request, string Reference = "") : Command;

/// <summary>Authentic: the receiver's finding. CalledBack: "register", "message" (the number in the message) or "none".</summary>
public sealed record VerifyRequest(string Request, bool Authentic, string CalledBack) : Command;

/// <summary>Answer: a word of the kind's answers (grant, grant-in-part, grant-with-conditions, consult, return, forward, postpone, refuse, nil …). Scope: what a part or a narrower text comes to. Missing: field ids named when returning. To: authority when forwarding.</summary>
public sealed record AnswerRequest(string Request, string Answer, ImmutableArray<string> Missing, string Ground = "", string Reasons = "", string Conditions = "", string To = "", Scope? Scope = null) : Command;

/// <summary>A returned or consulting request goes back to its receiver with this form (supplemented or narrowed).</summary>
public sealed record SupplementRequest(string Request, RequestForm Form) : Command;

public sealed record AcceptConditions(string Request) : Command;

/// <summary>Before a hold ends: why there is no MLA yet and when it is planned.</summary>
public sealed record ExtendRequest(string Request, string Reason, string Planned) : Command;

public sealed record AskProgress(string Request) : Command;

public sealed record WithdrawRequest(string Request, string Reason) : Command;

/// <summary>The sender asks for less. Scope null: as the receiver proposed.</summary>
public sealed record NarrowRequest(string Request, Scope? Scope = null) : Command;

/// <summary>By the receiver, before he answers or lifts. Why: cannot-keep-confidential, will-not-suffice, harms-case, lifting-planned.</summary>
public sealed record WarnSender(string Request, string Why, string Reasons = "") : Command;

/// <summary>The sender was warned and wants it executed all the same.</summary>
public sealed record GoOnNevertheless(string Request) : Command;

/// <summary>The sender asks consent to use what he got in another case.</summary>
public sealed record AskOtherUse(string Request, string Purpose) : Command;

public sealed record AnswerOtherUse(string Request, bool Consents, string Reasons = "") : Command;

public sealed record TellProgress(string Request, string Text) : Command;

/// <summary>By who may authorise it: what he said by word of mouth, in writing.</summary>
public sealed record ConfirmInWriting(string Request) : Command;

/// <summary>The receiver notes when the hold ends. Date: story ms; the day counts.</summary>
public sealed record SetRegisterDate(string Request, long Date) : Command;

/// <summary>Evidence for a freeze that stands: items and what they show.</summary>
public sealed record SendRequestEvidence(string Request, ImmutableArray<string> Attachments, string Text = "") : Command;

/// <summary>The receiver ends the holds that rest on the request, with a ground.</summary>
public sealed record LiftHold(string Request, string Ground = "", string Reasons = "") : Command;

/// <summary>The sender was made up: the authority whose name was used is told.</summary>
public sealed record WarnTrueAuthority(string Request, string Authority) : Command;

public sealed record CloseRequest(string Request) : Command;
