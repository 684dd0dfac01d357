using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

internal static class ActionsReader
{
    public static ActionDefinition Read(Item i)
    {
        var id = i.Id(Thing.Action);
        var action = Read(i, id);
        if (action.CooldownMs > 0 && !action.Repeat && action.Chance == 100 && action.Requires.All(r => !r.Hidden))
            i.Fields.Wrong("cooldown", "cooldown-without-repeat", "This action is done once and cannot fail, so it never waits; add repeat: true or remove cooldown.", Problems.Severity.Warning);
        return action;
    }

    private static ActionDefinition Read(Item i, string id) => new()
    {
        Id = id,
        Name = i.Text("name"),
        About = i.TextOrEmpty("about"),
        Group = i.TextOrEmpty("group"),
        By = i.ReferEach("by", Thing.Role, required: true),
        DurationMs = i.MsOr("duration", 0),
        Chance = i.Fields.IntOrNull("chance", 0, 100) ?? 100,
        Repeat = i.Fields.Bool("repeat"),
        Costs = Costs(i),
        CooldownMs = i.MsOr("cooldown", 0),
        Fields = FormsReader.Fields(i, id),
        Requires = i.Each("requires", "a requirement", r => Requirement(r)),
        RestsOn = RestsOn.Read(i),
        StartEffects = i.Effects("startEffects"),
        Effects = i.Effects("effects"),
        FailEffects = i.Effects("failEffects"),
        DoneText = i.TextOrEmpty("doneText"),
        FailText = i.TextOrEmpty("failText"),
    };

    public static ImmutableArray<ActionCost> Costs(Item i) => i.Each("costs", "a cost", c => new ActionCost(c.Refer("meter", Thing.Meter), c.Fields.Int("amount", 1)), most: 10);

    /// <param name="isShown">Somebody can read on the row why it is locked.</param>
    public static Requirement Requirement(Item i, bool isShown = true)
    {
        var requirement = new Requirement(i.When("when"), i.TextOrEmpty("reason"), i.Fields.Bool("hidden"));
        if (isShown && !requirement.Hidden && requirement.Reason.IsEmpty)
            i.Problems.Add(i.Fields.At, "requirement-reason", "Say in ‘reason’ why the action cannot start yet; players read it on the locked row (or write hidden: true).");
        return requirement;
    }
}
