using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Courts that ask for the record of evidence.</summary>
internal static class CourtsReader
{
    public static Court Read(Item i)
    {
        var court = new Court
        {
            Id = i.Id(Thing.Court),
            Title = i.Text("title"),
            Asks = i.TextOrEmpty("asks"),
            By = i.ReferEach("by", Thing.Role, required: true),
            Items = i.ReferEach("items", Thing.Evidence, required: true),
            At = i.MsOrNull("at"),
            When = i.WhenOrNull("when"),
            WithinMs = i.MsOrNull("within"),
            Purpose = [.. i.Fields.Texts("purpose")],
            AdmittedEffects = i.Effects("admittedEffects"),
            RejectedEffects = i.Effects("rejectedEffects"),
            LapseEffects = i.Effects("lapseEffects"),
            RestsOn = RestsOn.Read(i),
        };
        if (court.At is not null && court.When is not null)
            i.Fields.Wrong("when", "court-asks-twice", "A court asks ‘at’ a time or ‘when’ something holds; keep one of the two.");
        if (court.WithinMs is null && court.LapseEffects.Length > 0)
            i.Fields.Wrong("lapseEffects", "court-never-lapses", "A court without ‘within’ waits until EndEx, so these effects never come; add within or remove them.");
        if (court.Items.Length > MostItems)
            i.Fields.Wrong("items", "too-many", $"A court may ask for {MostItems} items; take some out.");
        return court;
    }

    private const int MostItems = 100;
}
