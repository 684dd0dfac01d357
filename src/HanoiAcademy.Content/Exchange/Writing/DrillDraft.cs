namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>A drill as another tool's file tells it, before it is files: what every import ends in, whatever it began with.</summary>
internal sealed class DrillDraft(string id, string title, string language)
{
    public string Id => id;
    public string Title => title;
    public string Language => language;
    public string Summary { get; set; } = "";
    public List<TeamDraft> Teams { get; } = [];
    public List<ContactDraft> Contacts { get; } = [];
    public List<PhaseDraft> Phases { get; } = [];
    public List<ObjectiveDraft> Objectives { get; } = [];
    public List<InjectDraft> Injects { get; } = [];

    /// <summary>Other files by path: evidence.</summary>
    public List<EvidenceDraft> Evidence { get; } = [];
}

/// <param name="Side">Null for the usual, response.</param>
/// <param name="Brief">Markdown; empty where the file says nothing.</param>
internal sealed record TeamDraft(string Id, string Name, string? Side = null, string Brief = "");

internal sealed record ContactDraft(string Id, string Name, string About = "");

/// <param name="Story">On the file's calendar, taken for UTC.</param>
internal sealed record PhaseDraft(string Id, string Title, long AtMs, DateTime Story);

internal sealed record ObjectiveDraft(string Id, string Team, string Name);

/// <param name="Text">Plain text or Markdown.</param>
internal sealed record EvidenceDraft(string Id, string Name, string File, string Text);

/// <param name="Team">Null for each team that gets the inject.</param>
internal sealed record ExpectedDraft(string Text, string? Team = null);

internal sealed record InjectDraft
{
    public required string Id { get; init; }

    /// <summary>Orders the file among its like.</summary>
    public required int Number { get; init; }

    /// <summary>For control; empty where it is the subject.</summary>
    public string Title { get; init; } = "";
    public required string Subject { get; init; }

    /// <summary>Null: it is held back as a contingency inject.</summary>
    public long? AtMs { get; init; }
    public required IReadOnlyList<string> To { get; init; }
    public string Channel { get; init; } = "mail";
    public string Attention { get; init; } = "normal";

    /// <summary>Id of a contact, or null.</summary>
    public string? From { get; init; }
    public string FromText { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";
    public IReadOnlyList<ExpectedDraft> Expected { get; init; } = [];
    public IReadOnlyList<string> Objectives { get; init; } = [];
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Who of control gives it to the players.</summary>
    public string Controller { get; init; } = "";

    /// <summary>For control alone; lines.</summary>
    public string ForControl { get; init; } = "";

    /// <summary>What the file says beside: comments in the head, for whoever edits the drill.</summary>
    public IReadOnlyList<(string Heading, string Text)> Notes { get; init; } = [];
}
