namespace HanoiAcademy.Content.Rehearsals;

/// <summary>One thing that a rehearsal found, as a sentence. IsGood: as it should be; else its author should look.</summary>
public sealed record Finding(bool IsGood, string Text);
