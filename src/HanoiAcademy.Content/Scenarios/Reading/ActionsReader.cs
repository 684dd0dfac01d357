using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

internal static class ActionsReader
{
    public static ActionDefinition Read(Item i) => new()
    {
        Id = i.Id(Thing.Action),
        Name = i.Text("name"),
        About = i.TextOrEmpty("about"),
        Group = i.TextOrEmpty("group"),
        By = i.ReferEach("by", Thing.Role, required: true),
        DurationMs = i.MsOr("duration", 0),
        Chance = i.Fields.IntOrNull("chance", 0, 100) ?? 100,
        Repeat = i.Fields.Bool("repeat"),
        Requires = i.Each("requires", "a requirement", Requirement),
        RestsOn = RestsOn.Read(i),
        StartEffects = i.Effects("startEffects"),
        Effects = i.Effects("effects"),
        FailEffects = i.Effects("failEffects"),
        DoneText = i.TextOrEmpty("doneText"),
        FailText = i.TextOrEmpty("failText"),
    };

    private static Requirement Requirement(Item i)
    {
        var requirement = new Requirement(i.When("when"), i.TextOrEmpty("reason"), i.Fields.Bool("hidden"));
        if (!requirement.Hidden && requirement.Reason.IsEmpty)
            i.Problems.Add(i.Fields.At, "requirement-reason", "Say in ‘reason’ why the action cannot start yet; players read it on the locked row (or write hidden: true).");
        return requirement;
    }
}
