namespace HanoiAcademy.Storage.Drills;

public abstract record AppendAnswer
{
    private AppendAnswer()
    {
    }

    public sealed record Appended(long Version) : AppendAnswer;

    /// <summary>The seat has sent this command before: the row is the answer to the repeat.</summary>
    public sealed record AlreadyThere(LogRow Row) : AppendAnswer;

    /// <summary>Another activation of the drill has written; what the caller holds is out of date.</summary>
    public sealed record VersionConflict(long Actual) : AppendAnswer;
}
