namespace HanoiAcademy.Storage.Drills;

public enum AloneAnswer
{
    Created,

    /// <summary>A drill that has not ended already uses the join code: draw another.</summary>
    CodeTaken,

    /// <summary>He has as many that have not ended as he may.</summary>
    TooMany,
}
