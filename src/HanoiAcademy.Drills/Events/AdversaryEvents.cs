namespace HanoiAcademy.Drills.Events;

/// <summary>The plan has come to a step; Due: drill ms from which it would start it.</summary>
public sealed record StepOpened(long At, string Step, long Due) : DrillEvent(At), IOfStep;

/// <summary>The plan would start it and cannot; Until: drill ms at which it gives it up, absent: never.</summary>
public sealed record StepBlocked(long At, string Step, long? Until = null) : DrillEvent(At), IOfStep;

/// <summary>Blocked for longer than the plan's patience.</summary>
public sealed record StepGivenUp(long At, string Step) : DrillEvent(At), IOfStep;

/// <summary>A response has ended the step under way.</summary>
public sealed record StepFoiled(long At, string Step) : DrillEvent(At), IOfStep;

/// <summary>Passed over as if it were done, without effects. Seat: who skipped it; "system" where the plan came to one that was skipped before.</summary>
public sealed record StepSkipped(long At, string Step, string Seat) : DrillEvent(At), IOfStep;

/// <summary>A trace of the step's Nth run (from 0), by its place in the step's list; Noticed: as the response and luck had it.</summary>
public sealed record NoiseMade(long At, string Step, int Noise, int Nth, bool Noticed) : DrillEvent(At), IOfStep;

public sealed record PlanHeld(long At, string Plan, string Seat) : DrillEvent(At);

public sealed record PlanResumed(long At, string Plan, string Seat) : DrillEvent(At);

/// <summary>PlayedBy: plan, people, auto (by itself while nobody sits in its team).</summary>
public sealed record PlanHandedOver(long At, string Plan, string PlayedBy, string Seat) : DrillEvent(At);
