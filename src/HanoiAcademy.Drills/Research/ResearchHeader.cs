namespace HanoiAcademy.Drills.Research;

/// <summary>
/// The first line of an export. StoryStart: milliseconds since 1970 UTC in the story, which is fiction; null where the scenario has no calendar. There is no
/// clock of the real world in it.
/// </summary>
/// <param name="ContentSha256">Of the scenario as it was launched.</param>
/// <param name="Languages">Those in which the scenario is written, its own first.</param>
/// <param name="WithText">Whether what people typed is in it, with known names masked.</param>
public sealed record ResearchHeader(string Scenario, string ContentSha256, IReadOnlyList<string> Languages, long? StoryStart, long? PlannedMs, bool WithText);
