using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>
/// When data are gone: said outright (retentionEnds), or when they were made (recorded), from which the State's retention for the class, or for
/// the provider, counts.
/// </summary>
internal static class RetentionReader
{
    private const long Day = 86_400_000;

    public static Retention Read(Item i) => new(i.Word("class", Words.DataClass), i.Fields.Int("days", 1, 36_500), i.ReferOrNull("provider", Thing.Authority));

    /// <summary>Zero while it is still to be counted; see <see cref="Resolve"/>.</summary>
    public static long Ends(Item i)
    {
        if (i.Has("retentionEnds") == i.Has("recorded"))
        {
            if (!i.Has("recorded"))
                return i.Story("retentionEnds"); // reports that it is missing
            i.Fields.Wrong("recorded", "retention-twice", "‘retentionEnds’ and ‘recorded’ both say when the data are gone; write one of them.");
        }

        var provider = i.ReferOrNull("provider", Thing.Authority) ?? "";
        var recorded = i.StoryOrNull("recorded");
        if (i.StoryOrNull("retentionEnds") is { } ends)
            return ends;
        i.Binding.Recorded[i.Fields.TextOrNull("id") ?? ""] = (recorded ?? 0, provider, i.Fields.PositionOf("recorded"));
        return 0;
    }

    public static ImmutableArray<DataSet> Resolve(Item i, Scenario scenario) => [.. scenario.DataSets.Select(data =>
    {
        if (!i.Binding.Recorded.TryGetValue(data.Id, out var made))
            return data;
        var lines = (scenario.States.FirstOrDefault(s => s.Id == data.State)?.Retention ?? []).Where(r => r.Class == data.Class).ToArray();
        if ((lines.FirstOrDefault(r => r.Provider == made.Provider && made.Provider.Length > 0) ?? lines.FirstOrDefault(r => r.Provider is null)) is { } line)
            return data with { RetentionEnds = made.Story + line.Days * Day };
        i.Problems.Add(made.At, "retention-unknown", $"The State ‘{data.State}’ has no line of retention for {data.Class} data; add one to its ‘retention’, or write ‘retentionEnds’ here.");
        return data with { RetentionEnds = made.Story };
    })];
}
