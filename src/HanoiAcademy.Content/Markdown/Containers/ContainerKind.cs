namespace HanoiAcademy.Content.Markdown.Containers;

/// <summary>The words that may follow <c>:::</c>.</summary>
public enum ContainerKind
{
    Case,
    Example,
    Says,
    Concern,
    Safeguard,
    Quiz,
    Task,
    Instate,
    Trainer,
}
