namespace HanoiAcademy.Drills.Events;

// Which thing an event is about, where it changes nothing of any other. Whoever only has to know that asks for these, so that a new event is named where it is written.

public interface IOfInject
{
    string Inject { get; }
}

public interface IOfAction
{
    string Action { get; }
}

/// <summary>A step is the action of the same id.</summary>
public interface IOfStep
{
    string Step { get; }
}

public interface IOfDecision
{
    string Decision { get; }
}

public interface IOfEvidence
{
    string Evidence { get; }
}

public interface IOfCourt
{
    string Court { get; }
}

public interface IOfObjective
{
    string Objective { get; }
}
