using System.Collections.Immutable;
using HanoiAcademy.Content.Reference;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>ATT&amp;CK ids of an inject or of a step.</summary>
internal static class TechniquesReader
{
    /// <param name="plan">Of a step: its plan names the versions that its techniques are of.</param>
    public static ImmutableArray<string> Read(Item i, AdversaryPlan? plan = null)
    {
        var attack = AttackReference.Current;
        var words = i.Fields.Words("techniques");
        foreach (var word in words)
            if (attack.Renamed.TryGetValue(word.Value, out var now))
                i.Problems.Add(word.At, "technique-renamed", $"ATT&CK v19 calls ‘{word.Value}’ {now}; write that.");
            else if (!attack.Names.ContainsKey(word.Value))
                i.Problems.Add(word.At, "technique-unknown", $"‘{word.Value}’ is no ATT&CK technique of the copied reference (v19; ICS v18.1); write an id such as T1657 or T1078.004.");
            else if (plan is not null && Version(plan, word.Value) is null)
                i.Problems.Add(word.At, "technique-version", IsIcs(word.Value)
                    ? $"‘{word.Value}’ is a technique of ATT&CK for ICS; write ‘ics: v18.1’ beside the plan's id."
                    : $"‘{word.Value}’ is a technique of ATT&CK v19; write ‘attack: v19’ beside the plan's id.");
        return [.. words.Select(w => w.Value)];
    }

    private static string? Version(AdversaryPlan plan, string technique) => IsIcs(technique) ? plan.Ics : plan.Attack;

    private static bool IsIcs(string technique) => technique.StartsWith("T0", StringComparison.Ordinal);
}
