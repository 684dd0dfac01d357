namespace HanoiAcademy.Storage.People;

public abstract record EraseAnswer
{
    private EraseAnswer()
    {
    }

    /// <summary>The account and what was its own is gone.</summary>
    public sealed record Erased : EraseAnswer;

    public sealed record NoSuchAccount : EraseAnswer;

    /// <summary>Nobody would be left to administer this agency.</summary>
    public sealed record LastAdministrator(string Agency) : EraseAnswer;

    /// <summary>The account plays in a drill that runs or is paused, or directs one that it launched.</summary>
    public sealed record InRunningDrill(string DrillId, string Title) : EraseAnswer;
}
