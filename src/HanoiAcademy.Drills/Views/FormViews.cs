using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Views;

/// <summary>The forms on offer, and what States have told each other: nothing here depends on what happens in a drill.</summary>
internal static class FormViews
{
    private static readonly ImmutableArray<string> Channels = ["desk247", "police", "central-authority", "diplomatic", "interpol", "fiu", "provider-portal", "served-order", "bank-recall"];
    private static readonly ImmutableArray<string> Bases = ["uncc", "budapest", "untoc", "uncac", "bilateral", "reciprocity", "police", "voluntary", "domestic"];
    private static readonly ImmutableArray<string> Classes = ["subscriber", "traffic", "content"];

    private static readonly ImmutableSortedDictionary<string, FormView> All = RequestKinds.All.ToImmutableSortedDictionary(k => k.Id, Of, StringComparer.Ordinal);

    /// <summary>The kinds this scenario knows: of its matters, and those that some authority can decide. The trainee chooses among them, rightly or not.</summary>
    public static IEnumerable<FormView> Of(Scenario scenario) => RequestKinds.All
        .Where(k => scenario.Matters.Any(m => m.Kind == k.Id) || scenario.Authorities.Any(a => a.Competent.Contains(k.Id)))
        .Select(k => scenario.Guidance ? All[k.Id] with { Guidance = true } : All[k.Id]);

    public static StateView Of(Scenario scenario, Sight sight, StateProfile s) => new(s.Id, WorldViews.StateName(scenario, sight, s.Id), s.OffsetMinutes, sight.Say(s.ZoneName), s.Languages, s.DualCriminality,
        s.HoldDays, s.FreezeDays, s.SuspensionHours, s.DeskOrders, s.Emergency.Discloses, s.OfficeHours?.FromMinute, s.OfficeHours?.ToMinute, s.OfficeHours?.Days ?? [], s.Holidays, sight.SayOrNull(s.PersonalData),
        s.Authorises.IsEmpty ? null : [.. s.Authorises.Select(a => new AuthorisesView(a.Key, [.. a.Value.Select(role => Role(scenario, sight, role))]))]);

    /// <summary>When an authority works, by the rule that <see cref="Requests.Hours"/> keeps; null: at any hour.</summary>
    public static HoursView? Hours(Scenario scenario, Authority a) =>
        a.Kind == "desk247" || ScenarioIndex.Of(scenario).States.Find(a.State) is not { } state || (a.OfficeHours ?? state.OfficeHours) is not { } hours
            ? null
            : new HoursView(hours.FromMinute, hours.ToMinute, hours.Days, state.OffsetMinutes, state.Holidays);

    private static string Role(Scenario scenario, Sight sight, string teamRole)
    {
        var actor = new Commands.Actor(teamRole + ".1");
        var team = ScenarioIndex.Of(scenario).Teams.Find(actor.Team);
        return team?.Roles.FirstOrDefault(r => r.Id == actor.Role) is { } role ? $"{sight.Say(team.Name)}, {sight.Say(role.Name)}" : teamRole;
    }

    private static FormView Of(RequestKind k) => new(k.Id, [.. k.Fields.Select(f => new FieldView(f.Id, f.Long, f.Advised))], [.. Common.Header.Where(h => k.Fields.All(f => f.Id != h))], Channels, Bases, Classes, k.Answers, [.. Grounds.All],
        k.AsksProperty, [.. k.Law.Select(l => new LawView(l.Source, l.Level))], k.HandsOver ? true : null);
}
