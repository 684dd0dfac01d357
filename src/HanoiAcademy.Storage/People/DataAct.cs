namespace HanoiAcademy.Storage.People;

/// <summary>Something that was done with people's data. It says to how much and why, never to whom.</summary>
public sealed record DataAct
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }
    public required DateTimeOffset Wall { get; init; }

    /// <summary>What it was: account-erased, account-exported, guest-erased …; a sentence of the site says it.</summary>
    public required string Act { get; init; }

    /// <summary>By what right: "asked" by the person, "for-somebody" who asked an administrator, or the name of a rule of retention.</summary>
    public required string Reason { get; init; }

    public required long Quantity { get; init; }

    /// <summary>The account that pressed; null when the site did it by itself, or that account is gone too.</summary>
    public string? DoneBy { get; init; }
}
