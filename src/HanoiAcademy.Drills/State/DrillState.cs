using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.State;

/// <summary>A drill as its events left it. Sorted by ordinal ids throughout: nothing here may depend on a hash map's order.</summary>
public sealed record DrillState
{
    public static readonly DrillState Empty = new();

    /// <summary>none, lobby, running, paused, stopped, ended.</summary>
    public string Status { get; init; } = "none";

    /// <summary>StartEx was called; a drill stopped in the lobby goes back there.</summary>
    public bool Started { get; init; }

    /// <summary>Drill ms of the last thing that happened.</summary>
    public long At { get; init; }
    public int Speed { get; init; } = 1;
    public long Seed { get; init; }
    public string AfterCrash { get; init; } = "pause";
    public string NoController { get; init; } = "go-on";
    public string ContentSha256 { get; init; } = "";

    /// <summary>One person plays it among simulated players, without control.</summary>
    public bool Alone { get; init; }

    /// <summary>Who paused, stopped or ended it, and why in a word (control, real-event, no-controller, recovered); running with "recovered" it went on by itself after a breakdown.</summary>
    public string? By { get; init; }
    public string? Why { get; init; }
    public string? End { get; init; }

    /// <summary>Drill ms at which it goes on from where another drill stood; all before it was done by that drill's people.</summary>
    public long? ForkedAt { get; init; }

    /// <summary>Drill ms of the last EndEx, also when the drill was reopened since.</summary>
    public long? ClosedAt { get; init; }

    /// <summary>Index of the phase that runs.</summary>
    public int Phase { get; init; }

    public ImmutableSortedDictionary<string, SeatState> Seats { get; init; } = Sorted<SeatState>();
    public ImmutableSortedDictionary<string, InjectState> Injects { get; init; } = Sorted<InjectState>();

    /// <summary>Injects as controllers edited them before delivery, and those they wrote themselves, in the order written.</summary>
    public ImmutableSortedDictionary<string, Inject> Edited { get; init; } = Sorted<Inject>();
    public ImmutableList<Inject> Written { get; init; } = [];

    /// <summary>Messages of people that wait for control, by feed id.</summary>
    public ImmutableSortedDictionary<string, WaitingMessage> Waiting { get; init; } = Sorted<WaitingMessage>();

    /// <summary>"plan:inject" or "feed:message" to the controller who works on it.</summary>
    public ImmutableSortedDictionary<string, ClaimState> Claims { get; init; } = Sorted<ClaimState>();

    /// <summary>What evaluators and controllers noted, by the id their client made.</summary>
    public ImmutableSortedDictionary<string, NoteState> Notes { get; init; } = Sorted<NoteState>();

    /// <summary>What evaluators saw of expected acts, by <see cref="Scoring.Observations.Key"/>.</summary>
    public ImmutableSortedDictionary<string, ObservedState> Observed { get; init; } = Sorted<ObservedState>();

    /// <summary>What was noted at the hot wash, by the id their client made; and how many notes were written in all.</summary>
    public ImmutableSortedDictionary<string, HotWashNote> HotWash { get; init; } = Sorted<HotWashNote>();
    public int HotWashCount { get; init; }

    /// <summary>What teams see of each other after EndEx: own, scores, all.</summary>
    public string Sharing { get; init; } = Control.Sharing.Own;

    /// <summary>Through whose eyes players may look back after EndEx: nobody, own, team, all.</summary>
    public string ReplaySharing { get; init; } = Control.ReplaySharing.Own;

    /// <summary>Pools whose plan was drawn.</summary>
    public ImmutableSortedSet<string> Pools { get; init; } = Names;
    public ImmutableList<FeedItem> Feed { get; init; } = [];
    public ImmutableSortedDictionary<string, ActionRun> Actions { get; init; } = Sorted<ActionRun>();
    public ImmutableSortedDictionary<string, DecisionState> Decisions { get; init; } = Sorted<DecisionState>();
    public ImmutableSortedDictionary<string, string> Assets { get; init; } = Sorted<string>();
    public ImmutableSortedDictionary<string, MeterState> Meters { get; init; } = Sorted<MeterState>();
    public ImmutableSortedSet<string> Flags { get; init; } = Names;

    /// <summary>"team what id" for what a team came to see beyond the scenario's start.</summary>
    public ImmutableSortedSet<string> Known { get; init; } = Names;
    public ImmutableSortedSet<string> LostData { get; init; } = Names;

    /// <summary>By "team evidence".</summary>
    public ImmutableSortedDictionary<string, EvidenceState> Evidence { get; init; } = Sorted<EvidenceState>();

    /// <summary>By "team evidence": what a team has identified and not yet taken; its log begins with it.</summary>
    public ImmutableSortedDictionary<string, Custody> Identified { get; init; } = Sorted<Custody>();

    /// <summary>Evidence to the drill ms since which it is gone where it lay; "team evidence" of those who found it gone.</summary>
    public ImmutableSortedDictionary<string, long> Destroyed { get; init; } = Sorted<long>();
    public ImmutableSortedSet<string> FoundGone { get; init; } = Names;
    public ImmutableSortedDictionary<string, CourtState> Courts { get; init; } = Sorted<CourtState>();
    public ImmutableSortedDictionary<string, RequestState> Requests { get; init; } = Sorted<RequestState>();
    public ImmutableSortedDictionary<string, HoldState> Holds { get; init; } = Sorted<HoldState>();
    public ImmutableSortedDictionary<string, ObjectiveState> Objectives { get; init; } = Sorted<ObjectiveState>();
    public ImmutableSortedDictionary<string, PenaltyState> Penalties { get; init; } = Sorted<PenaltyState>();

    /// <summary>Objective to the drill ms at which its measure began.</summary>
    public ImmutableSortedDictionary<string, long> Measures { get; init; } = Sorted<long>();
    public ImmutableSortedDictionary<string, MarkState> Marks { get; init; } = Sorted<MarkState>();
    public ImmutableSortedDictionary<string, QuestionnaireState> Questionnaires { get; init; } = Sorted<QuestionnaireState>();

    /// <summary>Adversary plans, and the steps of theirs that something happened to.</summary>
    public ImmutableSortedDictionary<string, PlanState> Plans { get; init; } = Sorted<PlanState>();
    public ImmutableSortedDictionary<string, StepState> Steps { get; init; } = Sorted<StepState>();

    /// <summary>"seat item" to the drill ms it was read.</summary>
    public ImmutableSortedDictionary<string, long> Read { get; init; } = Sorted<long>();
    public ImmutableList<ControlAct> ControlLog { get; init; } = [];

    /// <summary>Team to what its people said last among themselves; all of it is in the log.</summary>
    public ImmutableSortedDictionary<string, ImmutableList<ChatLine>> Chat { get; init; } = Sorted<ImmutableList<ChatLine>>();

    /// <summary>Team to how many lines its people have said.</summary>
    public ImmutableSortedDictionary<string, int> ChatLines { get; init; } = Sorted<int>();
    /// <summary>Roll-call, link tests, and what was typed in of play on paper.</summary>
    public ExerciseState Exercise { get; init; } = ExerciseState.None;

    /// <summary>What the director ruled for good.</summary>
    public RulingState Rulings { get; init; } = RulingState.None;

    /// <summary>What of injects, actions, decisions and courts is on the clock; follows from them.</summary>
    [JsonIgnore]
    internal ImmutableSortedSet<AgendaItem> Agenda { get; init; } = State.Agenda.Empty;

    /// <summary>Feed item to its place in <see cref="Feed"/>; follows from it, as the next three do.</summary>
    [JsonIgnore]
    internal ImmutableSortedDictionary<string, int> FeedAt { get; init; } = Sorted<int>();

    /// <summary>How many messages each team has written.</summary>
    [JsonIgnore]
    internal ImmutableSortedDictionary<string, int> MessagesOf { get; init; } = Sorted<int>();

    /// <summary>"contact" and "contact team" of those who were written to.</summary>
    [JsonIgnore]
    internal ImmutableSortedSet<string> WrittenTo { get; init; } = Names;

    /// <summary>Team to the urgent items and calls that came to it and that none of its seats has read.</summary>
    [JsonIgnore]
    internal ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Unheard { get; init; } = Sorted<ImmutableSortedSet<string>>();

    /// <summary>Of this drill alone: made new at launch, for the empty state is everybody's.</summary>
    [JsonIgnore]
    internal KeptDue KeptDue { get; init; } = new();

    /// <summary>The last command was cut short, so that something may hold that nothing has followed from yet.</summary>
    public bool Unsettled { get; init; }

    public bool IsRunning => Status == "running";

    internal FeedItem? InFeed(string id) => FeedAt.TryGetValue(id, out var place) ? Feed[place] : null;

    internal static ImmutableSortedSet<string> Names => ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    internal static ImmutableSortedDictionary<string, T> Sorted<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}

/// <summary>
/// Holder: free, person, simulated; since drill ms Since. LastActAt: when its holder last did something. Skill: of the simulated player who holds or last held it. Handover: what
/// the person who sits there took over from a simulated player.
/// </summary>
public sealed record SeatState(string Holder = "free", bool Ready = false, long LastActAt = 0, string Skill = "steady", long Since = 0)
{
    public HandoverState? Handover { get; init; }
}

/// <summary>At: drill ms. InHand: keys of view records, "action:id", "request:id", "decision:id", that the simulated player had begun or was about to do.</summary>
public sealed record HandoverState(long At, ImmutableArray<string> InHand);

public sealed record ChatLine(long At, string Seat, string Text, string Language);

/// <summary>Status: scheduled (Due stands), delivered (At stands), held-back, skipped, passed-over. A held-back one keeps its Due. Variant: as drawn, of a delivered one; By: who fired it, "system" when it came by itself.</summary>
public sealed record InjectState(string Status, long? Due = null, long? At = null, string? Variant = null, string? By = null);

/// <summary>Something in a feed: an inject (Inject stands) or a message written by a player.</summary>
public sealed record FeedItem(string Id, long At, string? Inject, string? Seat = null, string? To = null, string? Text = null, string? About = null, string? Language = null)
{
    /// <summary>The delivered inject that this is a correction of, and its words by language.</summary>
    public string? Corrects { get; init; }
    public Text? Words { get; init; }

    /// <summary>The message that control answers with it, in the name of whom that was written to.</summary>
    public string? Answers { get; init; }

    /// <summary>Teams that marked it for the debrief.</summary>
    public ImmutableSortedSet<string> MarkedBy { get; init; } = DrillState.Names;
}

/// <summary>The last run of an action, and what was filled in for it. Status: running, done, failed, cancelled, foiled. Times: how often it was started; EverDone and EverFailed stay true.</summary>
public sealed record ActionRun(string Status, string Seat, long StartedAt, long EndsAt, int Times, bool EverDone = false, bool EverFailed = false, ImmutableSortedDictionary<string, string>? Answers = null);

public sealed record DecisionState(string Status, long OpenedAt, long? Deadline, string? Option = null, string? Seat = null, string Reason = "", long? TakenAt = null);

/// <summary>Stood at Value when it was At, changing by Rate a minute since.</summary>
public sealed record MeterState(long Value, long At, long Rate);

/// <summary>Status: collected, acquired, preserved, handed-over; the last of them. Altered: it is no longer what was collected.</summary>
public sealed record EvidenceState(string Status, ImmutableList<Custody> Custody, bool Altered = false);

/// <summary>An entry of a custody log. What: identified, collected, acquired, preserved, handed-over, received (it arrived), receipt (and was acknowledged). Sha256: as written.</summary>
public sealed record Custody(long At, string Seat, string What, string? To, string Sha256, string Basis, string Note)
{
    /// <summary>Story ms.</summary>
    public long Story { get; init; }
    public string Seal { get; init; } = "";
    public string Place { get; init; } = "";

    /// <summary>As judged when it was written.</summary>
    public ImmutableArray<string> Gaps { get; init; } = [];
}

/// <summary>Status: asked, filed, lapsed. Deadline: drill ms.</summary>
public sealed record CourtState(string Status, long AskedAt, long? Deadline, string? Seat = null, long? FiledAt = null, string Purpose = "")
{
    public ImmutableArray<FiledItem> Items { get; init; } = [];
    public ImmutableArray<Verdict> Verdicts { get; init; } = [];
}

/// <summary>On data (DataSet) or on property. What: preservation, suspension, freeze. Request: the first it rests on; FedBy: those that came to it.</summary>
public sealed record HoldState(string DataSet, string Request, long BegunAt, long StoryEnds, string Status = "active", bool Followed = false, bool Extended = false)
{
    public string Property { get; init; } = "";
    public string What { get; init; } = "preservation";
    public long Amount { get; init; }
    public ImmutableArray<string> FedBy { get; init; } = [];

    public bool RestsOn(string request) => Request == request || FedBy.Contains(request);
}

/// <summary>Status: won, partly (Points of them), missed.</summary>
public sealed record ObjectiveState(string Status, long At, string Because, int? Points = null);

/// <summary>An evaluator's last mark.</summary>
public sealed record MarkState(string Level, int Points, long At, string Seat, string Note);

/// <summary>Found: done, partly, not-done. Seen: the drill ms that it is about; At: when it arrived.</summary>
public sealed record ObservedState(string Found, long Seen, long At, string Seat, string Note);

/// <summary>Answers by seat.</summary>
public sealed record QuestionnaireState(long OpenedAt, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Answers);

/// <summary>Who works on something since drill ms At.</summary>
public sealed record ClaimState(string Seat, long At);

/// <summary>Seen: the drill ms that it is about; At: when it arrived.</summary>
public sealed record NoteState(string Team, string Text, string? Objective, long Seen, long At, string Seat);

public sealed record PenaltyState(long At, string Because);

public sealed record ControlAct(long At, string Seat, string What, string Id);

/// <summary>A request as it stands. Receiver: the authority that has it. Reached: status word → story ms it was first reached.</summary>
public sealed record RequestState
{
    public required string Id { get; init; }
    public required RequestForm Form { get; init; }
    public int Revision { get; init; } = 1;
    public required string Status { get; init; }

    /// <summary>Team that wrote it; null when the author did.</summary>
    public string? Team { get; init; }

    /// <summary>The authored request it came from.</summary>
    public string? Incoming { get; init; }
    public string Receiver { get; init; } = "";
    public string? AuthorisedBy { get; init; }
    public string? Remark { get; init; }
    public string? About { get; init; }

    /// <summary>The seat that writes it; null when nobody does.</summary>
    public string? Writer { get; init; }

    /// <summary>A request that came back, as far as its sender has mended it; and how often that was saved.</summary>
    public RequestForm? Mended { get; init; }
    public int Mendings { get; init; }
    public string? Matter { get; init; }

    /// <summary>As judged at the first and at the last sending.</summary>
    public ImmutableArray<string> FirstMistakes { get; init; } = [];
    public ImmutableArray<string> Mistakes { get; init; } = [];
    public long SentStory { get; init; }

    /// <summary>Story ms it came into the present receiver's hands, from which his periods run; and when its status last changed.</summary>
    public long ArrivedStory { get; init; }
    public long SinceStory { get; init; }
    public bool Supplemented { get; init; }
    public bool? FoundAuthentic { get; init; }
    public string? Answer { get; init; }
    public string? Ground { get; init; }
    public string? Reasons { get; init; }
    public string? Conditions { get; init; }
    public string? Result { get; init; }
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Whether people's answer fitted the truth; null while there is none.</summary>
    public bool? Right { get; init; }
    public ImmutableSortedDictionary<string, long> Reached { get; init; } = DrillState.Sorted<long>();

    /// <summary>What the receiver proposed when he consulted, or granted a part of.</summary>
    public Scope? Narrower { get; init; }

    /// <summary>What the receiver warned of and is waiting about; null once the sender said to go on.</summary>
    public string? Warning { get; init; }
    public ImmutableSortedSet<string> Warned { get; init; } = DrillState.Names;
    public long WarnedStory { get; init; }
    public bool Oral { get; init; }
    public bool Confirmed { get; init; }
    public long AuthorisedStory { get; init; }
    public ImmutableArray<HandedOver> Handed { get; init; } = [];

    /// <summary>asked, consented, refused; null: nobody asked.</summary>
    public string? OtherUse { get; init; }
    public string? OtherUsePurpose { get; init; }
    public long OtherUseStory { get; init; }

    /// <summary>Story ms since which an answer on progress is owed.</summary>
    public long? ProgressStory { get; init; }
    public long? RegisterDate { get; init; }
    public bool EvidenceSent { get; init; }

    /// <summary>The answer that would have fitted people's last one, and what was wrong with theirs.</summary>
    public string? Fitting { get; init; }
    public ImmutableArray<string> AnswerMistakes { get; init; } = [];

    /// <summary>"side code" of what the clock or an act brought to light.</summary>
    public ImmutableSortedSet<string> Faults { get; init; } = DrillState.Names;
    public ImmutableSortedSet<string> Overdue { get; init; } = DrillState.Names;
    public string? FollowedBy { get; init; }
    public ImmutableList<RequestPassed> History { get; init; } = [];
}

/// <summary>One data set as it left the receiver; hash and item when there is a file of it.</summary>
public sealed record HandedOver(long At, string DataSet, string By, string? Evidence, string? Sha256);

public sealed record RequestPassed(long At, string What, string By, string? Note = null);
