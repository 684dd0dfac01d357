using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Phases and ends.</summary>
internal static class StoryReader
{
    public static Phase Phase(Item i) => new(i.Id(Thing.Phase), i.Text("title"), i.Ms("at"), i.Story("story"), i.Fields.IntOrNull("rate", 1, 100_000) ?? 1);

    public static End End(Item i)
    {
        var end = new End(i.Id(Thing.End), i.Text("title"), i.MsOrNull("at"), i.WhenOrNull("when"));
        if (end.At is not null && end.When is not null)
            i.Fields.Wrong("when", "end-twice", "An end comes ‘at’ a time or ‘when’ something holds; write two ends for two ways.");
        return end;
    }
}
