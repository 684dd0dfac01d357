using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Contacts, assets, meters, flags and data sets.</summary>
internal static class WorldReader
{
    public static Contact Contact(Item i)
    {
        var id = i.Id(Thing.Contact);
        return new(id, i.Text("name"), i.TextOrEmpty("about"), i.Teams("teams"))
        {
            Replies = i.Each("replies", "a reply of a contact", r =>
            {
                r.Id(Thing.Reply, id + "/");
                return r.Text("text");
            }, most: 20),
        };
    }

    public static Asset Asset(Item i)
    {
        var id = i.Id(Thing.Asset);
        return new(id, i.Text("name"), i.TextOrEmpty("about"), i.Fields.Text("kind"),
            i.Each("states", "a state of an asset", s => new AssetState(s.Id(Thing.AssetState, id + "/"), s.Text("name"), s.Word("mood", Words.Mood)), required: true, most: 20),
            i.Refer("start", Thing.AssetState, id + "/"),
            i.TeamsOrRoles("seenBy"),
            i.ReferEach("links", Thing.Asset),
            i.Fields.IntOrNull("x", 0, 1000) ?? 0,
            i.Fields.IntOrNull("y", 0, 1000) ?? 0);
    }

    public static Meter Meter(Item i)
    {
        var meter = new Meter(i.Id(Thing.Meter), i.Text("name"), i.Fields.TextOrNull("unit") ?? "",
            Number(i, "start"), i.Rate("ratePerMinute") ?? 0,
            i.Amount("min") ?? 0, Number(i, "max"), i.TeamsOrRoles("seenBy"));
        if (meter.Min > meter.Max)
            i.Fields.Wrong("max", "meter-range", $"‘max’ ({meter.Max}) is below ‘min’ ({meter.Min}); exchange or correct them.");
        else if (meter.Start < meter.Min || meter.Start > meter.Max)
            i.Fields.Wrong("start", "meter-range", $"‘start’ ({meter.Start}) must lie between min ({meter.Min}) and max ({meter.Max}).");
        return meter;
    }

    public static Flag Flag(Item i) => new(i.Id(Thing.Flag), i.Source("about"));

    public static DataSet DataSet(Item i) => new(i.Id(Thing.DataSet), i.Text("name"), i.Text("holder"), i.Refer("state", Thing.State),
        i.Word("class", Words.DataClass), RetentionReader.Ends(i), [.. i.Fields.Texts("identifiers", required: true)], i.TeamsOrRoles("knownTo"), i.ReferOrNull("evidence", Thing.Evidence));

    public static Property Property(Item i)
    {
        var property = new Property(i.Id(Thing.Property), i.Text("name"), i.Text("holder"), i.Refer("state", Thing.State), i.Refer("meter", Thing.Meter), i.Refer("into", Thing.Meter),
            [.. i.Fields.Texts("identifiers", required: true)], i.Teams("knownTo"));
        if (property.Meter == property.Into && property.Meter.Length > 0)
            i.Fields.Wrong("into", "hold-into-itself", "What is held moves into another meter; name the one that shows what is held.");
        return property;
    }

    private static long Number(Item i, string key)
    {
        if (!i.Has(key))
            i.Fields.Int(key); // reports that it is missing
        return i.Amount(key) ?? 0;
    }
}
