using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Injects;

/// <summary>An act that an inject expects. N: its number in the inject. Of: the variant that alone expects it; null: every wording does.</summary>
internal sealed record Expectation(int N, ExpectedAct Act, InjectVariant? Of = null);
