using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Views;

/// <summary>
/// One keyed record of a view, already in the audience's language. On the wire <c>{"kind":"feed", …}</c> under its key ("feed:id").
/// Times called At or ending in At are drill ms; Story… are UTC ms of story time. Absent values are left out.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ClockView), "clock")]
[JsonDerivedType(typeof(BriefView), "brief")]
[JsonDerivedType(typeof(SeatView), "seat")]
[JsonDerivedType(typeof(FeedView), "feed")]
[JsonDerivedType(typeof(ActionView), "action")]
[JsonDerivedType(typeof(DecisionView), "decision")]
[JsonDerivedType(typeof(AssetView), "asset")]
[JsonDerivedType(typeof(MeterView), "meter")]
[JsonDerivedType(typeof(DataView), "data")]
[JsonDerivedType(typeof(EvidenceView), "evidence")]
[JsonDerivedType(typeof(CourtView), "court")]
[JsonDerivedType(typeof(RequestView), "request")]
[JsonDerivedType(typeof(FormView), "form")]
[JsonDerivedType(typeof(PropertyView), "property")]
[JsonDerivedType(typeof(StateView), "state")]
[JsonDerivedType(typeof(HoldView), "hold")]
[JsonDerivedType(typeof(AuthorityView), "authority")]
[JsonDerivedType(typeof(ContactView), "contact")]
[JsonDerivedType(typeof(TreatyView), "treaty")]
[JsonDerivedType(typeof(QuestionnaireView), "questionnaire")]
[JsonDerivedType(typeof(ObjectiveView), "objective")]
[JsonDerivedType(typeof(PenaltyView), "penalty")]
[JsonDerivedType(typeof(ScoreView), "score")]
[JsonDerivedType(typeof(PlanView), "plan")]
[JsonDerivedType(typeof(AdversaryView), "adversary")]
[JsonDerivedType(typeof(AdversaryStepView), "step")]
[JsonDerivedType(typeof(InjectView), "inject")]
[JsonDerivedType(typeof(WaitingView), "waiting")]
[JsonDerivedType(typeof(ClaimView), "claim")]
[JsonDerivedType(typeof(NoteView), "note")]
[JsonDerivedType(typeof(HotWashView), "hot-wash")]
[JsonDerivedType(typeof(SettingsView), "settings")]
[JsonDerivedType(typeof(TileView), "tile")]
[JsonDerivedType(typeof(NextView), "next")]
[JsonDerivedType(typeof(ControlLogView), "log")]
[JsonDerivedType(typeof(ReadView), "read")]
[JsonDerivedType(typeof(ChatView), "chat")]
[JsonDerivedType(typeof(HandoverView), "handover")]
[JsonDerivedType(typeof(RollView), "roll")]
[JsonDerivedType(typeof(LinkView), "link")]
[JsonDerivedType(typeof(OutView), "out")]
public abstract record ViewRecord;

/// <summary>Key "clock". Alone: its only person steers it; absent in every other drill. Status: lobby running paused stopped ended. Story time now = PhaseStory + (at − PhaseAt) × PhaseRate. Why: words for a stop or pause ("real-event", "recovered", "control"). ForkedAt: all before was done in another drill, by its people. Earlier: the phases before this one, whose story ran by their own rates; absent in the first.</summary>
public sealed record ClockView(string Status, int Speed, string Title, string PhaseTitle, long PhaseAt, long PhaseStory, int PhaseRate, int OffsetMinutes, string ZoneName, long PlannedMs, string? By, string? Why, string? EndTitle, bool? Alone = null, long? ForkedAt = null, ImmutableArray<PhaseMark>? Earlier = null) : ViewRecord;

/// <summary>Story time at drill ms At and from there on, Rate to one.</summary>
public sealed record PhaseMark(long At, long Story, int Rate);

/// <summary>Key "brief". Html is safe.</summary>
public sealed record BriefView(string Assumption, string Summary, string Team, string TeamName, string TeamHtml, string Role, string RoleName, string RoleHtml, string State, string StateName, string StateAbout) : ViewRecord;

/// <summary>Key "seat:id". Holder: free, person, simulated; since drill ms SinceAt, absent when from the first. Skill: of a simulated player, for control alone.</summary>
public sealed record SeatView(string Id, string Team, string TeamName, string Role, string RoleName, string Holder, bool Ready, string? Skill = null, long? SinceAt = null) : ViewRecord;

/// <summary>Key "out:team": the team plays no more since drill ms At. Reason: for itself and control alone.</summary>
public sealed record OutView(string Team, string TeamName, long At, string? Reason = null) : ViewRecord;

/// <summary>Key "handover", in a seat's own stream: what its person took over from a simulated player. InHand: keys of records of the role's view, as they stood then.</summary>
public sealed record HandoverView(long At, ImmutableArray<string> InHand) : ViewRecord;

/// <summary>Key "chat:team:n": what somebody of a team said to his team; the last 50. BySeat: who.</summary>
public sealed record ChatView(string Id, string Team, string BySeat, string Text, string Language, long At) : ViewRecord;

/// <summary>Key "feed:id". Own: written by this team (BySeat says which). FromContact: whom to write to ("control": exercise control, whose From and To stay empty). Html (authored) or Text (written in the drill). Corrects: the feed item that this one puts right.</summary>
public sealed record FeedView(string Id, string Channel, string Attention, string From, string? FromContact, string To, string Subject, string? Html, string? Text, string Tlp, long At, string? ReplyTo, ImmutableArray<string> Attachments, bool Own, string? BySeat, bool Marked, string? Corrects = null) : ViewRecord;

/// <summary>Key "action:id". State: ready, blocked, running, done, failed. CanDo: this role may start it. Reasons: why blocked; also blocked until ReadyAt, or by Costs that cannot be paid. Fields: its form; Answers: what was filled in last. Step: what it is in an adversary plan.</summary>
public sealed record ActionView(string Id, string Name, string About, string Group, long DurationMs, ImmutableArray<string> RestsOn, string State, ImmutableArray<string> Reasons, bool CanDo, string? BySeat, long? StartedAt, long? EndsAt, string? Result, long? ReadyAt = null, ImmutableArray<CostView>? Costs = null, ImmutableArray<InputView>? Fields = null, ImmutableSortedDictionary<string, string>? Answers = null, PlannedView? Step = null) : ViewRecord;

/// <summary>Techniques: ATT&amp;CK ids. IsNext: the plan has come to it. Left: how often it can still be started.</summary>
public sealed record PlannedView(string Plan, ImmutableArray<string> Techniques, bool IsNext, int Left);

/// <summary>What it takes from a meter that this role sees.</summary>
public sealed record CostView(string Meter, string Name, long Amount);

/// <summary>FieldKind: text, number, choice, scale, time, identifier. Min and Max bound a number or the length of a text.</summary>
public sealed record InputView(string Id, string Name, string FieldKind, bool Required, long? Min, long? Max, ImmutableArray<OptionView> Choices);

/// <summary>
/// Key "questionnaire:id". In a seat's own stream Answers are its own; control reads all in Given. CanAnswer: it is this seat's to answer.
/// </summary>
public sealed record QuestionnaireView(string Id, string Title, string Intro, ImmutableArray<InputView> Fields, long OpenedAt, bool CanAnswer, ImmutableSortedDictionary<string, string>? Answers, ImmutableArray<GivenView>? Given) : ViewRecord;

public sealed record GivenView(string Seat, ImmutableSortedDictionary<string, string> Answers);

/// <summary>Key "decision:id". State: open, taken, lapsed. By: whose it is (team.role); to a team, its own roles alone.</summary>
public sealed record DecisionView(string Id, string Title, string Html, ImmutableArray<OptionView> Options, string State, bool CanDecide, long OpenedAt, long? DeadlineAt, string? Option, string? BySeat, string? Reason, string? Consequence, ImmutableArray<string> RestsOn, ImmutableArray<string>? By = null) : ViewRecord;

public sealed record OptionView(string Id, string Name);

/// <summary>Key "asset:id".</summary>
public sealed record AssetView(string Id, string Name, string About, string AssetKind, string State, string StateName, string Mood, ImmutableArray<string> Links, int X, int Y) : ViewRecord;

/// <summary>Key "meter:id". Value now = Value + RatePerMinute × (at − At) / 60000 rounded toward minus infinity, kept within Min and Max.</summary>
public sealed record MeterView(string Id, string Name, string Unit, long Value, long At, long RatePerMinute, long Min, long Max) : ViewRecord;

/// <summary>Key "data:id": a data set this team knows of. GoneAt and GoneStory: when its holder deletes it, for who was told so; a hold keeps it longer.</summary>
public sealed record DataView(string Id, string Name, string Holder, string State, string StateName, string Class, ImmutableArray<string> Identifiers, long? GoneAt = null, long? GoneStory = null) : ViewRecord;

/// <summary>
/// Key "evidence:id". State: seen, identified, collected, acquired, preserved, handed-over, or destroyed (they went for it and it was gone). Sha256 only
/// once taken. Place and StateName: where it lies. Gaps: of its record, control only. The file is at /api/v1/drills/{drill}/evidence/{id}.
/// </summary>
public sealed record EvidenceView(string Id, string Name, string About, string FileName, string MediaType, int Bytes, string State, string? Sha256, ImmutableArray<CustodyView> Custody,
    string? Place = null, string? StateName = null, ImmutableArray<string>? Gaps = null) : ViewRecord;

/// <summary>What: identified, collected, acquired, preserved, handed-over, received, receipt. Sha256: as written. Seal and Place: of what was preserved.</summary>
public sealed record CustodyView(long At, string Seat, string What, string? To, string Note, string Basis, string Sha256, long? Story = null, string? Seal = null, string? Place = null);

/// <summary>
/// Key "court:id": a court that asks for the record of items; exercise law. State: asked, filed, lapsed. Items: what it asked for, and what was filed beside
/// it, with what it made of them. DeadlineAt: drill ms. CanFile: this role may, now.
/// </summary>
public sealed record CourtView(string Id, string Title, string Asks, string State, bool CanFile, long AskedAt, long? DeadlineAt, ImmutableArray<CourtItemView> Items, string? BySeat, string? Purpose, ImmutableArray<string> RestsOn) : ViewRecord;

/// <summary>Log: the team whose custody log was presented. Admitted: absent until judged; Gaps: codes of why not.</summary>
public sealed record CourtItemView(string Evidence, string Name, string? Log, bool? Admitted, ImmutableArray<string> Gaps);

/// <summary>
/// Key "request:id". Direction: out, in, home. Acts: command kinds this role may send now. Status as in the vocabulary of requests.
/// Due: next thing that falls due and when (drill ms). Missing: field ids the receiver named. History carries every hand it passed through.
/// Narrower: what the receiver proposed or granted a part of. Warning: what he warned of and waits about. Oral: may, said, confirmed.
/// Found: what executing it brought to light (receiver). RegisterDate: story ms in the receiver's own register. OtherUse: asked, consented, refused.
/// With: the authority that has it. Writer: the seat that writes it now; Mended: what came back, as far as it is mended (both its writers alone).
/// Names: words for the data sets, property and items that the paper names by their ids.
/// </summary>
public sealed record RequestView(string Id, string Direction, int Revision, RequestForm Form, string FromName, string ToName, string FromState, string ToState, string Status, string HasIt, string? AuthorisedBy, string? Remark, string? Answer, string? Ground, string? Reasons, string? Conditions, ImmutableArray<string> Missing, ImmutableArray<string> Acts, string? Due, long? DueAt, string? About, ImmutableArray<RequestStep> History,
    Scope? Narrower = null, string? Warning = null, string? Oral = null, ImmutableArray<HandedView> Handed = default, string? OtherUse = null, string? OtherPurpose = null, string? Found = null, long? RegisterDate = null, string? With = null, string? Writer = null, RequestForm? Mended = null, ImmutableSortedDictionary<string, string>? Names = null) : ViewRecord;

/// <summary>Data that left the receiver: its name, when, by whom, and the evidence item and hash when there is a file.</summary>
public sealed record HandedView(long At, string DataSet, string Name, string By, string? Evidence, string? Sha256);

/// <summary>
/// Key "form:kind": how a request of a kind is written and answered. Everything is on offer, wrong choices too; nothing says which fits.
/// Words of fields, channels, bases, answers and grounds are in the language files. Law: what the kind rests on, with its level of verification.
/// HandsOver: a grant gives data away. Guidance: a list of what is asked for may be shown, for the trainee to tick.
/// </summary>
public sealed record FormView(string Id, ImmutableArray<FieldView> Fields, ImmutableArray<string> Header, ImmutableArray<string> Channels, ImmutableArray<string> Bases, ImmutableArray<string> Classes, ImmutableArray<string> Answers, ImmutableArray<string> Grounds, bool AsksProperty, ImmutableArray<LawView> Law, bool? HandsOver = null, bool? Guidance = null) : ViewRecord;

/// <summary>Long: several lines. Advised: it helps and is not asked for.</summary>
public sealed record FieldView(string Id, bool Long, bool Advised);

/// <summary>Source: "uncc:42", "budapest:29(2)". Level: A to D of the Convention's article, "read" of a model provision.</summary>
public sealed record LawView(string Source, string Level);

/// <summary>Key "property:id": money or goods this team knows of.</summary>
public sealed record PropertyView(string Id, string Name, string Holder, string State, string StateName, string Unit, ImmutableArray<string> Identifiers) : ViewRecord;

/// <summary>Key "state:id": what a State has told all others of how it deals with requests. Days in mon … sun, minutes after midnight in its zone; absent: at any hour.</summary>
public sealed record StateView(string Id, string Name, int OffsetMinutes, string ZoneName, ImmutableArray<string> Languages, ImmutableArray<string> DualCriminality, int HoldDays, int FreezeDays, int SuspensionHours, bool DeskOrders, bool Discloses, int? OpenFrom, int? OpenTo, ImmutableArray<string> OpenDays, ImmutableArray<string> Holidays, string? PersonalData, ImmutableArray<AuthorisesView>? Authorises = null) : ViewRecord;

/// <summary>What: a kind, or "kind.class" of data. By: the roles that authorise it, in words.</summary>
public sealed record AuthorisesView(string What, ImmutableArray<string> By);

/// <summary>What: a status or act word ("sent", "supplemented", "progress-asked"). By: authority name or seat.</summary>
public sealed record RequestStep(long At, string What, string By, string? Note);

/// <summary>Key "hold:id". State: active, ended, released. What: preservation, suspension, freeze; property has an amount in a unit. EndsAt: drill ms (null when a formal request stands behind it).</summary>
public sealed record HoldView(string Id, string DataSet, string Name, string State, long BeganAt, long? EndsAt, long StoryEnds, bool Followed, string? Request, string What = "preservation", string? Property = null, long? Amount = null, string? Unit = null) : ViewRecord;

/// <summary>Key "authority:id": an entry of the register of contacts, and what can be chosen as receiver. Mine: this role acts for it. InRegister false: not an entry, do not show it in the register. Open: when it works; absent: at any hour.</summary>
public sealed record AuthorityView(string Id, string Name, string State, string StateName, string AuthorityKind, ImmutableArray<string> Channels, bool InRegister, string Telephone, string Mail, string Hours, bool Mine, HoursView? Open = null) : ViewRecord;

/// <summary>Office hours in the State's zone: days in mon … sun, minutes after midnight. Closed: days (yyyy-MM-dd).</summary>
public sealed record HoursView(int From, int To, ImmutableArray<string> Days, int OffsetMinutes, ImmutableArray<string> Closed);

/// <summary>Key "contact:id". Replies: what control may answer in his name; control only.</summary>
public sealed record ContactView(string Id, string Name, string About, ImmutableArray<string>? Replies = null) : ViewRecord;

/// <summary>Key "treaty:n".</summary>
public sealed record TreatyView(string Basis, ImmutableArray<string> Between) : ViewRecord;

/// <summary>Key "objective:id"; control always, players of the team after EndEx. State: open, won, missed, voided (its points count no more). Because: the thing that proved it. PointsWon: where not all or nothing; Rubric, Level and Note: where an evaluator judges. TypedIn: it was played on paper and typed in afterwards.</summary>
public sealed record ObjectiveView(string Id, string Team, string Name, int Points, string Group, string State, long? At, string? Because, string? Lesson, int? PointsWon = null, ImmutableArray<LevelView>? Rubric = null, string? Level = null, string? Note = null, bool? TypedIn = null, VoidedView? Voided = null) : ViewRecord;

/// <summary>The director struck them at drill ms At, and why. Points: what they counted before.</summary>
public sealed record VoidedView(long At, string Seat, string Reason, int Points);

/// <summary>Key "penalty:id", once it was incurred; seen by whom objectives are. Because: the thing that proved it. TypedIn: it follows from play on paper. Voided: it takes nothing away any more.</summary>
public sealed record PenaltyView(string Id, string Team, string Name, int Points, long? At, string? Because, bool? TypedIn = null, VoidedView? Voided = null) : ViewRecord;

/// <summary>A level of a rubric that people judge by.</summary>
public sealed record LevelView(string Id, string Words, int Points);

/// <summary>Key "score:team"; as ObjectiveView. Score is 0 to 100. Won of Of is what the rules judge; Marked of MarkedOf what people have judged so far, of ToJudge.</summary>
public sealed record ScoreView(string Team, string TeamName, int Won, int Of, int Penalties, int Score, int? Marked = null, int? MarkedOf = null, int? ToJudge = null) : ViewRecord;

/// <summary>Key "plan:inject", control only. Status: past, due, waiting (for a condition), held-back, contingency, skipped, passed-over (luck was against it), not-drawn (from its pool), team-out (all whom it goes to are out of the drill). Expected: what a good team does, ticked as done. Address: whom it goes to, as it stands in the scenario ("all", team, team.role, seat). By: who fired it; absent when it came by itself. Controller, Notes: the author's words to control.</summary>
public sealed record PlanView(int N, string Inject, string Title, string To, string Channel, string Status, long? At, bool Dated, ImmutableArray<ExpectedView> Expected, ImmutableArray<string> Address, string? By = null, string? Controller = null, string? Notes = null) : ViewRecord;

/// <summary>Key "inject:id", control only, until it is delivered: what it will say. Html (authored) or Text (written in the drill). From: a contact's name or the author's words. Variants: how many other wordings it has.</summary>
public sealed record InjectView(string Id, string From, string? FromContact, string Subject, string? Html, string? Text, string Tlp, string Attention, int Attachments, int Variants, bool Written) : ViewRecord;

/// <summary>Key "waiting:item", control only: a person's message (feed item Item) that nobody has answered yet. To: a contact's id, or "control".</summary>
public sealed record WaitingView(string Item, string Team, string TeamName, string Seat, string To, string ToName, string Text, string? About, long At) : ViewRecord;

/// <summary>Key "claim:key" ("claim:plan:inject", "claim:feed:item"), control only: who works on it.</summary>
public sealed record ClaimView(string Key, string Seat, long At) : ViewRecord;

/// <summary>Key "note:id", control and evaluators. Seen: drill ms that it is about. Objective: whose rubric it belongs to.</summary>
public sealed record NoteView(string Id, string Team, string TeamName, string Text, string? Objective, long Seen, long At, string Seat) : ViewRecord;

/// <summary>Key "hot-wash:id", after EndEx: what was noted for the debrief. Team: empty for everybody. Sort: happened, helped, hindered, fix. Owner: of a fix. Nth: order of writing.</summary>
public sealed record HotWashView(string Id, string Team, string TeamName, string Sort, string Text, string Owner, string Language, string BySeat, long At, int Nth, string? MendedBy) : ViewRecord;

/// <summary>Key "settings", control only. NoController and AfterCrash: pause or go-on. Sharing: own, scores, all. Replay: nobody, own, team, all.</summary>
public sealed record SettingsView(string NoController, string AfterCrash, string Sharing, string Replay) : ViewRecord;

/// <summary>By: the role's name; Name: the thing's. What: action, decision, request, identify, collect, acquire, preserve, hand-over, receipt, file, message.</summary>
public sealed record ExpectedView(string By, string What, string Name, bool Done, int? Act = null, string? Found = null, long? Seen = null, string? Seat = null, string? Note = null);

/// <summary>
/// Key "adversary:plan"; control, and the team whose people may play it. State: waits (for StartEx), goes (by itself), people (its team's), held, over.
/// PlayedBy, as control has it: auto, plan, people. Attack and Ics: versions of ATT&amp;CK.
/// </summary>
public sealed record AdversaryView(string Id, string Name, string? Attack, string? Ics, string? Team, string? TeamName, string State, string PlayedBy) : ViewRecord;

/// <summary>
/// Key "step:id", control only. State: far (the plan has not come to it), next, blocked, running, done, failed, foiled, cancelled, given-up, skipped.
/// At: when it came to that; UntilAt: when it will start, end, or be given up. BySeat: who last started it ("system": the plan). Noticed and Missed: its noise so far.
/// </summary>
public sealed record AdversaryStepView(string Id, string Plan, int N, string Name, ImmutableArray<string> Techniques, string State, long? At, long? UntilAt, string? BySeat, int Times, int Noticed, int Missed) : ViewRecord;

/// <summary>Key "tile:team", control only. Waiting: messages that wait for control, the oldest since WaitingAt. OutAt: since when it plays no more, and then nothing is open.</summary>
public sealed record TileView(string Team, string Name, int Seats, int People, int Simulated, int Ready, long? LastActAt, int OpenUrgent, int OpenDecisions, int OverdueRequests, int Waiting = 0, long? WaitingAt = null, long? OutAt = null) : ViewRecord;

/// <summary>Key "next", control only: the next thing that will happen by the clock.</summary>
public sealed record NextView(string What, string Id, string Title, string To, int People, long At) : ViewRecord;

/// <summary>Key "log:n", control only: what controllers and the room did, and what the rules cut.</summary>
public sealed record ControlLogView(int N, long At, string Seat, string What, string Id) : ViewRecord;

/// <summary>Key "read:item", in a seat's own stream.</summary>
public sealed record ReadView(string Item, long At) : ViewRecord;
