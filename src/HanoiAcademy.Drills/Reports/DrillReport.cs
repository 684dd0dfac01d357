using System.Collections.Immutable;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Reports;

/// <summary>What happened, from the log alone. Times are drill ms; texts are in the language asked for. Proof is the version of the log row and its event.</summary>
public sealed record DrillReport(string Title, string Assumption, string Status, long At, string? End, int Score, ImmutableArray<TeamReport> Teams, ImmutableArray<RequestReport> Requests, ImmutableArray<EvidenceReport> Evidence, ImmutableArray<StepReport> Control, ImmutableArray<QuestionnaireReport> Questionnaires, ImmutableArray<PlanReport> Adversary, ImmutableArray<CourtReport> Courts, ImmutableArray<NoteReport> Notes)
{
    /// <summary>What was played on paper and typed in afterwards, every typing in the order of the log.</summary>
    public ImmutableArray<TypedReport> TypedIn { get; init; } = [];

    /// <summary>What of the plan did not come, for control alone.</summary>
    public ImmutableArray<UndeliveredReport> Undelivered { get; init; } = [];

    /// <summary>Drill ms that the scenario's author planned.</summary>
    public long PlannedMs { get; init; }

    /// <summary>Through whose eyes players may look back, one of <see cref="HanoiAcademy.Drills.Control.ReplaySharing.Words"/>.</summary>
    public string ReplaySharing { get; init; } = HanoiAcademy.Drills.Control.ReplaySharing.Nobody;

    /// <summary>Points and load of the teams that the reader may see, over time.</summary>
    public ImmutableArray<CourseMoment> Course { get; init; } = [];

    /// <summary>Strengths and gaps, by rules from the figures here.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What teams and control wrote down after EndEx, in that order: a reader's team's own and those for everybody.</summary>
    public ImmutableArray<HotWashReport> HotWash { get; init; } = [];

    /// <summary>What the log could not say, so that the report does not.</summary>
    public ImmutableArray<LogProblem> Problems { get; init; } = [];
}

/// <summary>
/// One typing. Teams: whose thing it is. What and Value as in <see cref="Commands.TypedResult"/>; Name and Words say them. Seat: the controller's. HappenedAt: drill ms, By: the role. Corrected: a
/// later typing took its place. Proof is the row.
/// </summary>
public sealed record TypedReport(string What, string Id, string Name, string Value, string Words, long? HappenedAt, string By, string Note, string Seat, bool Corrected, long ProofVersion, ImmutableArray<string> Teams);

/// <summary>Status as in <see cref="Views.PlanView"/>. At: when it was due, where it had a time.</summary>
public sealed record UndeliveredReport(string Inject, string Title, string Status, long? At);

/// <summary>Won of Of is what the rules judge; Marked of MarkedOf what people have judged so far, of ToJudge. Score over both.</summary>
public sealed record TeamReport(string Team, string Name, string Side, int Won, int Of, int Penalties, int Score, ImmutableArray<ObjectiveReport> Objectives, ImmutableArray<PenaltyReport> PenaltiesIncurred, ImmutableArray<DecisionReport> Decisions, ImmutableArray<UnansweredReport> Unanswered, int Marked, int MarkedOf, int ToJudge)
{
    /// <summary>What only people in the room see of it, inject by inject as they were delivered; then what was marked of others.</summary>
    public ImmutableArray<ObservedReport> Observed { get; init; } = [];

    /// <summary>It was taken out of the drill; null where it played to the end.</summary>
    public OutReport? Out { get; init; }

    public TeamTimings Timings { get; init; } = TeamTimings.None;

    /// <summary>Injects delivered to it of which something was expected that the rules see.</summary>
    public int Answerable { get; init; }
}

/// <summary>The director (Seat) took the team out. Proof is the row.</summary>
public sealed record OutReport(long At, string Seat, string Reason, long ProofVersion);

/// <summary>State: won, partly, missed, open, marked. Level and Note: an evaluator's. TypedIn: played on paper, typed in afterwards. Voided: PointsWon is 0 since. Because: the event that proves it, in row <see cref="ProofVersion"/>.</summary>
public sealed record ObjectiveReport(string Id, string Name, string Group, int Points, string State, long? At, string? Because, long? ProofVersion, string? Lesson, int PointsWon, bool JudgedByPeople, string? Level, string? Note, bool TypedIn = false)
{
    public VoidedReport? Voided { get; init; }
}

/// <summary>Voided: its points are taken off no more.</summary>
public sealed record PenaltyReport(string Id, string Name, int Points, long At, string Because, long ProofVersion, bool TypedIn = false)
{
    public VoidedReport? Voided { get; init; }
}

/// <summary>The director (Seat) struck it; Points: what it counted before. Proof is the row.</summary>
public sealed record VoidedReport(long At, string Seat, string Reason, int Points, long ProofVersion);

/// <summary>State: open, taken, lapsed. TookMs: from opening to decision.</summary>
public sealed record DecisionReport(string Id, string Title, string State, long OpenedAt, long? DeadlineAt, long? At, long? TookMs, string? Option, string? Seat, string? Reason, string? Consequence, bool TypedIn = false);

/// <summary>An inject delivered to the team whose expected acts were not all done: those that were not.</summary>
public sealed record UnansweredReport(string Inject, string Title, long At, ImmutableArray<MissedAct> Missing);

/// <summary>
/// An expected act that evaluators judge. By: the role's name, empty where the team has but one. DeliveredAt: when the inject came; null when it did not. Found: done, partly, not-done; null: nobody has marked it.
/// SeenAt: the drill ms that the mark is about. Proof is its row.
/// </summary>
public sealed record ObservedReport(string Inject, string Title, long? DeliveredAt, string By, string What, string? Found, long? SeenAt, string? Seat, string? Note, long? ProofVersion);

/// <summary>What: action, decision, request, identify, collect, acquire, preserve, hand-over, receipt, file, message. Name: of the thing.</summary>
public sealed record MissedAct(string By, string What, string Name);

/// <summary>
/// Both sides of a request on one line of time, with what was wrong with it when it went out, first and last. Points of its matter, and the share
/// of them that the rules give each side that people play; how good reasons are, people judge.
/// </summary>
public sealed record RequestReport(string Id, string Kind, string From, string To, string? Matter, string Status, string? Result, bool? AnswerFitted, ImmutableArray<string> FirstMistakes, ImmutableArray<string> LastMistakes, ImmutableArray<RequestLine> Line, RequestForm Form, RequestForm? Model,
    int Points = 0, Share? Sender = null, Share? Receiver = null)
{
    /// <summary>The teams at its two ends; null where an authority without people is.</summary>
    public string? SenderTeam { get; init; }
    public string? ReceiverTeam { get; init; }

    public LegalClock Clock { get; init; } = LegalClock.None;
}

/// <summary>Side: sender, receiver, clock.</summary>
public sealed record RequestLine(long At, string Side, string What, string By, string? Note);

/// <summary>A team's record of an item. Gaps: codes of what is missing or wrong in it.</summary>
public sealed record EvidenceReport(string Id, string Name, string Sha256, string Team, ImmutableArray<CustodyLine> Custody, ImmutableArray<string> Gaps)
{
    public string TeamId { get; init; } = "";
}

/// <summary>Sha256: as written. Gaps: what was wrong in this line.</summary>
public sealed record CustodyLine(long At, string What, string Seat, string? To, string Basis, string Note, string Sha256, string Seal, string Place, ImmutableArray<string> Gaps);

/// <summary>State: asked, filed, lapsed.</summary>
public sealed record CourtReport(string Id, string Title, string State, long AskedAt, long? FiledAt, string? Seat, string Purpose, ImmutableArray<VerdictReport> Verdicts)
{
    /// <summary>Those whose roles file its record.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];
}

public sealed record VerdictReport(string Evidence, string Name, bool Admitted, ImmutableArray<string> Gaps);

/// <summary>Given: by seat, field name to answer.</summary>
public sealed record QuestionnaireReport(string Id, string Title, ImmutableArray<GivenReport> Given);

public sealed record GivenReport(string Seat, ImmutableArray<AnswerReport> Answers);

public sealed record AnswerReport(string Question, string Answer);

/// <summary>What an evaluator or controller noted of a team. Seen: the drill ms that it is about.</summary>
public sealed record NoteReport(string Team, string Text, string? Objective, long Seen, string Seat);

public sealed record StepReport(long At, string Seat, string What, string Id);

/// <summary>What an adversary did. Attack and Ics: versions of ATT&amp;CK that the techniques are of. Team: the name of the one whose people may play it.</summary>
public sealed record PlanReport(string Id, string Name, string? Attack, string? Ics, string? Team, ImmutableArray<PlanLine> Line);

/// <summary>
/// What: started, done, failed, foiled, cancelled, given-up, skipped; and of its noise noticed, missed. By: who started or skipped it, "system" for the
/// plan. About: which noise. ReadAt: when somebody first read an inject that came of it.
/// </summary>
public sealed record PlanLine(long At, string Step, string Name, ImmutableArray<string> Techniques, string What, string? By = null, string? About = null, long? ReadAt = null);

/// <summary>Sort: happened, helped, hindered, fix (with its Owner, if one was named). Team: empty where it is for everybody; TeamName too. Note: its id in the drill.</summary>
public sealed record HotWashReport(string Note, string Team, string TeamName, string Sort, string Text, string Owner, string Language, string Seat, long At);
