using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Events;

public sealed record QuestionnaireOpened(long At, string Questionnaire) : DrillEvent(At);

/// <summary>Answers: field id to what was filled in; a later one of the same seat takes its place.</summary>
public sealed record QuestionnaireAnswered(long At, string Questionnaire, string Seat, ImmutableSortedDictionary<string, string> Answers) : DrillEvent(At);

/// <summary>What starts an objective's measure has happened.</summary>
public sealed record MeasureBegun(long At, string Objective) : DrillEvent(At), IOfObjective;

/// <summary>In time for some of its points only.</summary>
public sealed record ObjectivePartlyWon(long At, string Objective, int Points, string Because) : DrillEvent(At), IOfObjective;

/// <summary>An evaluator's mark on a rubric; a later one takes its place.</summary>
public sealed record ObjectiveMarked(long At, string Objective, string Level, int Points, string Seat, string Note) : DrillEvent(At), IOfObjective;

/// <summary>What an evaluator saw of an expected act; a later one takes its place. As in <see cref="Commands.MarkExpected"/>.</summary>
public sealed record ExpectedMarked(long At, string Inject, int Act, string Found, string Seat, long Seen, string Note) : DrillEvent(At), IOfInject;

/// <summary>The director struck what an objective won, or a penalty. What: objective, penalty. It counts nothing from then on, whatever comes later.</summary>
public sealed record ScoreVoided(long At, string Seat, string What, string Id, string Reason) : DrillEvent(At);
