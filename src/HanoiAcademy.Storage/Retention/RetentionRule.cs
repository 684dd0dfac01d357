namespace HanoiAcademy.Storage.Retention;

/// <summary>How long an agency keeps something. SetWall: when it was set last.</summary>
public sealed record RetentionRule
{
    public required string AgencyId { get; init; }

    /// <summary>One of <see cref="RetentionKind"/>.</summary>
    public required string Kind { get; init; }

    public required int Months { get; init; }
    public required DateTimeOffset SetWall { get; init; }
    public string? SetBy { get; init; }
}

/// <summary>What goes, and counted from when.</summary>
public static class RetentionKind
{
    /// <summary>The names that guests typed, from their drill's end.</summary>
    public const string GuestNames = "guest-names";

    /// <summary>Who sat where in a drill and who controlled it, guests too, from its end. The log stays, with its seats, and who launched it.</summary>
    public const string SeatNames = "seat-names";

    /// <summary>Answers, texts and progress in courses, each from its own moment.</summary>
    public const string Answers = "answers";

    /// <summary>Accounts, from their last use.</summary>
    public const string IdleAccounts = "idle-accounts";

    /// <summary>A drill with its log and everything of it, from its end.</summary>
    public const string Drills = "drills";

    public static readonly IReadOnlyList<string> All = [GuestNames, SeatNames, Answers, IdleAccounts, Drills];
}

/// <summary>Something that a rule is about. Item: a drill's or an account's id; Title: of a drill, else empty. Since: from when it is counted; Quantity: how many rows or names it is.</summary>
public sealed record RetentionItem
{
    public required string Item { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required long Quantity { get; init; }
}

/// <summary>On how many days the site has seen that an item is due.</summary>
public sealed record ListedItem
{
    public required string Kind { get; init; }
    public required string Item { get; init; }
    public required int DaysSeen { get; init; }
    public required long LastDay { get; init; }
}

/// <summary>A drill that no rule touches.</summary>
public sealed record HeldDrill
{
    public required string DrillId { get; init; }
    public required string Title { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset HeldWall { get; init; }
}
