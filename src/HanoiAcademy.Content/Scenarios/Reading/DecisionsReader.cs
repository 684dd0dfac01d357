using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Decisions; the text of each is decisions/id.md.</summary>
internal static class DecisionsReader
{
    /// <summary>What a condition names when the time ran out; no option may be called so.</summary>
    public const string Lapsed = "lapsed";

    public static Decision Read(Item i)
    {
        var id = i.Id(Thing.Decision);
        var decision = new Decision
        {
            Id = id,
            Title = i.Text("title"),
            Body = ProseFile.Read($"decisions/{id}.md", i),
            By = i.ReferEach("by", Thing.Role, required: true),
            At = i.MsOrNull("at"),
            When = i.WhenOrNull("when"),
            WithinMs = i.MsOrNull("within"),
            Options = i.Each("options", "an option", o => Option(o, id), required: true, most: 20),
            LapseEffects = i.Effects("lapseEffects"),
            RestsOn = RestsOn.Read(i),
        };
        if (decision.At is not null && decision.When is not null)
            i.Fields.Wrong("when", "decision-opens-twice", "A decision opens ‘at’ a time or ‘when’ something holds; keep one of the two.");
        if (decision.WithinMs is null && decision.LapseEffects.Length > 0)
            i.Fields.Wrong("lapseEffects", "decision-never-lapses", "A decision without ‘within’ stays open until EndEx, so these effects never come; add within or remove them.");
        if (decision.Options.Length == 1)
            i.Fields.Wrong("options", "decision-options", "One option is no decision; write at least two.");
        return decision;
    }

    private static Option Option(Item i, string decision)
    {
        var id = i.Id(Thing.Option, decision + "/");
        if (id == Lapsed)
            i.Fields.Wrong("id", "id-reserved", "‘lapsed’ means that nobody decided in time; give the option another id.");
        return new(id, i.Text("name"), i.Effects("effects"), i.TextOrEmpty("consequence"));
    }
}
