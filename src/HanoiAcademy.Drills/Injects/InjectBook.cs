using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Injects;

/// <summary>Injects as they stand in a drill: the author's, as controllers edited them, and controllers' own; and in which wording somebody reads one.</summary>
internal static class InjectBook
{
    /// <summary>A condition's word for the inject's own wording.</summary>
    public const string Own = "own";

    public static Inject? FindOrNull(DrillState state, Scenario scenario, string id) =>
        state.Edited.GetValueOrDefault(id) ?? ScenarioIndex.Of(scenario).Injects.Find(id) ?? state.Written.Find(x => x.Id == id);

    public static Inject Find(DrillState state, Scenario scenario, string id) =>
        FindOrNull(state, scenario, id) ?? throw new InvalidOperationException($"There is no inject {id}.");

    /// <summary>The variant that the seed draws for all whom none is written for; null: the inject's own wording.</summary>
    public static string? Draw(long seed, Inject inject)
    {
        var drawn = inject.Variants.Where(v => v.For.IsEmpty).ToList();
        return drawn.Count == 0 || Luck.Between(0, drawn.Count, seed, "", "variant of " + inject.Id, 0) is not (> 0 and var n) ? null : drawn[(int)n - 1].Id;
    }

    /// <summary>Variants that somebody reads once it is delivered.</summary>
    public static IEnumerable<InjectVariant> Came(Inject inject, string? drawn) => inject.Variants.Where(v => v.For.Length > 0 || v.Id == drawn);

    public static bool CameAs(InjectState state, Inject inject, string variant) =>
        variant == Own ? state.Variant is null : Came(inject, state.Variant).Any(v => v.Id == variant);

    /// <summary>The inject in the wording for a reader: the first written for him, else the one drawn, else its own.</summary>
    public static Inject Worded(Inject inject, string? drawn, string team, string teamRole, string seat)
    {
        var variant = inject.Variants.FirstOrDefault(v => v.For.Length > 0 && (v.For.Contains(team) || v.For.Contains(teamRole) || v.For.Contains(seat)))
            ?? inject.Variants.FirstOrDefault(v => v.Id == drawn);
        return variant is null ? inject : inject with
        {
            Subject = variant.Subject.IsEmpty ? inject.Subject : variant.Subject,
            Body = variant.Body,
            Attachments = [.. inject.Attachments.Union(variant.Attachments)],
        };
    }

    /// <summary>
    /// Who comes to see which attachment: those of the wording that each reads, for the whole team where it is addressed as one and all of it reads
    /// the same. What one seat is sent its role sees.
    /// </summary>
    public static IEnumerable<(string Who, string Evidence)> Attached(Scenario scenario, Inject inject, string? drawn)
    {
        var items = inject.Attachments.Concat(inject.Variants.SelectMany(v => v.Attachments)).Distinct().ToList();
        if (items.Count == 0)
            yield break;
        foreach (var team in ScenarioIndex.Of(scenario).Seats.Where(s => Visibility.AddressesSeat(inject.To, new Actor(s.Seat))).GroupBy(s => s.Team.Id))
        {
            var read = team.GroupBy(s => $"{team.Key}.{s.Role.Id}")
                .Select(role => (Role: role.Key, Items: role.SelectMany(s => Worded(inject, drawn, team.Key, role.Key, s.Seat).Attachments).Distinct().ToList()))
                .ToList();
            var whole = inject.To.Contains("all") || inject.To.Contains(team.Key);
            foreach (var item in items)
                if (whole && read.TrueForAll(r => r.Items.Contains(item)))
                    yield return (team.Key, item);
                else
                    foreach (var (role, _) in read.Where(r => r.Items.Contains(item)))
                        yield return (role, item);
        }
    }

    /// <summary>What is expected, by what was read; before delivery all that may be.</summary>
    public static IEnumerable<Expectation> Expected(Inject inject, InjectState? state)
    {
        var delivered = state?.Status == "delivered";
        return AllExpected(inject).Where(e => e.Of is not { } variant || variant.For.Length > 0 || delivered && variant.Id == state!.Variant);
    }

    /// <summary>Numbered from 1: the inject's own, then each variant's. An evaluator's mark names the number, so it must not depend on what was drawn.</summary>
    public static IEnumerable<Expectation> AllExpected(Inject inject)
    {
        var n = 0;
        foreach (var act in inject.Expected)
            yield return new Expectation(++n, act);
        foreach (var variant in inject.Variants)
            foreach (var act in variant.Expected)
                yield return new Expectation(++n, act, variant);
    }
}
