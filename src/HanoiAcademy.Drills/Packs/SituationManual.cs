using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Packs;

/// <summary>
/// Makes a scenario's situation manual. No drill is launched yet, so no luck is drawn: control's copy holds every inject in every wording.
/// </summary>
public static class SituationManual
{
    /// <param name="team">Whose briefs alone are in it; null: those of all that play, and of attackers only in control's copy.</param>
    public static Manual Of(Scenario scenario, string language, bool forControl, string? team = null)
    {
        var sight = new Sight(scenario, language, null, null);
        var reader = new PackReader(scenario, null);
        // Who attacks is shown to nobody but who plays with them.
        var known = scenario.Teams.Where(t => forControl || t.Id == team || t.Side is not ("attack" or "control")).ToImmutableArray();
        var read = known.Where(t => t.Side != "control" && (team is null || t.Id == team)).ToImmutableArray();
        bool IsRead(ImmutableArray<string> who) => read.Any(t => Visibility.AddressesTeam(who, t.Id));
        var home = scenario.States.FirstOrDefault();
        return new Manual(sight.Say(scenario.Title), scenario.Version, sight.Say(scenario.Summary), sight.Say(scenario.Assumption), forControl, scenario.Mode, scenario.PlannedMs,
            scenario.Phases.IsEmpty ? null : scenario.Phases[0].Story, home?.OffsetMinutes ?? 0, home is null ? "UTC" : Zone(sight, home),
            [.. scenario.States.Where(s => known.Any(t => t.State == s.Id)).Select(s => new ManualState(sight.Say(s.Name), sight.Say(s.About), Zone(sight, s)))],
            [.. scenario.Treaties.Select(t => new ManualTreaty(t.Basis, [.. t.Between.Select(id => scenario.States.FirstOrDefault(s => s.Id == id) is { } s ? sight.Say(s.Name) : id)]))],
            [.. known.Select(t => Team(scenario, sight, t))],
            [.. read.Select(t => t.Id)],
            [.. scenario.Contacts.Where(c => IsRead(c.Teams)).Select(c => new PackContact(sight.Say(c.Name), sight.Say(c.About), [.. read.Where(t => Visibility.AddressesTeam(c.Teams, t.Id)).Select(t => t.Id)]))],
            forControl ? [.. scenario.Phases.Select(p => new ManualPhase(sight.Say(p.Title), p.At, p.Story))] : [],
            forControl ? [.. Sheets(scenario, sight, reader, read).OrderBy(sheet => sheet.At ?? long.MaxValue)] : [],
            forControl ? [.. scenario.Decisions.Where(d => IsRead(d.By)).Select(d => InjectPack.Decision(scenario, sight, reader, d, forControl: true))] : [],
            forControl ? [.. scenario.Objectives.Where(o => read.Any(t => t.Id == o.Team)).Select(o => InjectPack.Objective(scenario, sight, o))] : [],
            forControl ? [.. scenario.Ends.Select(e => new ManualEnd(sight.Say(e.Title), e.At))] : []);
    }

    private static string Zone(Sight sight, StateProfile state) => sight.Say(state.ZoneName.IsEmpty ? state.Name : state.ZoneName);

    private static ManualTeam Team(Scenario scenario, Sight sight, Team t) => new(t.Id, sight.Say(t.Name), t.Side, scenario.States.FirstOrDefault(s => s.Id == t.State) is { } state ? sight.Say(state.Name) : "",
        sight.Say(t.Brief.Html), [.. t.Roles.Select(r => new ManualRole(sight.Say(r.Name), r.Seats, sight.Say(r.Brief.Html)))]);

    /// <summary>An inject's own wording to all who may read it, then each other wording to whom it may go.</summary>
    private static IEnumerable<PackSheet> Sheets(Scenario scenario, Sight sight, PackReader reader, ImmutableArray<Team> teams)
    {
        for (var n = 0; n < scenario.Injects.Length; n++)
        {
            var inject = scenario.Injects[n];
            List<string> seats = [.. ScenarioIndex.Of(scenario).Seats.Where(s => teams.Any(t => t.Id == s.Team.Id) && Visibility.AddressesSeat(inject.To, new Actor(s.Seat))).Select(s => s.Seat)];
            if (seats.Count == 0)
                continue;
            var pool = scenario.Pools.FirstOrDefault(p => p.Members.Any(m => m.Injects.Contains(inject.Id)));
            yield return Sheet(inject with { Variants = [] }, FormattableString.Invariant($"{n + 1}"));
            for (var v = 0; v < inject.Variants.Length; v++)
                if (inject.Variants[v] is var variant && (variant.For.IsEmpty ? seats : [.. seats.Where(s => Visibility.AddressesSeat(variant.For, new Actor(s)))]) is { Count: > 0 } readers)
                    yield return InjectPack.Sheet(DrillState.Empty, scenario, sight, reader, inject with { Variants = [variant with { For = [] }] }, readers, FormattableString.Invariant($"{n + 1}{(char)('a' + v % 26)}"), inject.At, null, variant.Id, pool, forControl: true);

            PackSheet Sheet(Inject own, string code) => InjectPack.Sheet(DrillState.Empty, scenario, sight, reader, own, seats, code, inject.At, null, null, pool, forControl: true);
        }
    }
}
