using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What a form says, held against the facts of its matter. A field counts when it holds the facts, not when it is non-empty.</summary>
public static class FormFacts
{
    private const long Slack = 86_400_000;

    /// <summary>The matter a form is about: the first of its kind whose needed data or property it names, else one whose identifier it names, else one without either between the same two.</summary>
    public static Matter? MatterOf(Scenario scenario, RequestForm form)
    {
        var ofKind = scenario.Matters.Where(m => m.Kind == form.Kind).ToList();
        // Two holders may have the same data: then the one that is asked is meant.
        var named = ofKind.Find(m => m.To == form.To && Overlaps(m.Needed, form.Scope))
            ?? ofKind.Find(m => Overlaps(m.Needed, form.Scope))
            ?? ofKind.Find(m => Known(scenario, m).Length > 0 && NamesIdentifier(scenario, form, m));
        if (named is not null)
            return named;
        var bare = ofKind.FindAll(m => Known(scenario, m).IsEmpty);
        return bare.Find(m => m.From == form.From && m.To == form.To) ?? bare.Find(m => m.From == form.From || m.To == form.To);
    }

    /// <summary>A matter of another kind that the form is really about.</summary>
    public static Matter? OtherKind(Scenario scenario, RequestForm form) =>
        scenario.Matters.FirstOrDefault(m => m.Kind != form.Kind && (Overlaps(m.Needed, form.Scope) || (Known(scenario, m).Length > 0 && NamesIdentifier(scenario, form, m))));

    public static bool Overlaps(Scope a, Scope b) => a.DataSets.Any(x => b.DataSets.Contains(x)) || a.Properties.Any(x => b.Properties.Contains(x));

    /// <summary>More than the matter needs: data, property, classes, sum, or days before and after.</summary>
    public static bool AsksTooMuch(RequestForm form, Matter matter) =>
        form.Scope.DataSets.Except(matter.Needed.DataSets).Any()
        || form.Scope.Properties.Except(matter.Needed.Properties).Any()
        || form.Scope.Classes.Except(matter.Needed.Classes).Any()
        || (matter.Needed.FromUtc is { } from && form.Scope.FromUtc is { } askedFrom && askedFrom < from - Slack)
        || (matter.Needed.ToUtc is { } to && form.Scope.ToUtc is { } askedTo && askedTo > to + Slack);

    /// <summary>Whether <paramref name="inner"/> asks for nothing that <paramref name="outer"/> does not, and for less.</summary>
    public static bool IsNarrower(Scope inner, Scope outer)
    {
        bool Within(ImmutableArray<string> a, ImmutableArray<string> b) => !a.Except(b).Any();
        return Within(inner.DataSets, outer.DataSets) && Within(inner.Classes, outer.Classes) && Within(inner.Properties, outer.Properties) && Within(inner.Identifiers, outer.Identifiers)
            && (outer.FromUtc is null || inner.FromUtc >= outer.FromUtc) && (outer.ToUtc is null || inner.ToUtc <= outer.ToUtc)
            && (outer.Amount is null || inner.Amount <= outer.Amount);
    }

    public static bool Complete(RequestForm form, string field, Matter? matter)
    {
        var text = form.Fields.GetValueOrDefault(field, "");
        var facts = matter?.Facts.Where(f => f.Field == field).ToList() ?? [];
        return facts.Count == 0 ? !string.IsNullOrWhiteSpace(text) : facts.All(f => Says(text, f.Any));
    }

    /// <summary>One of the spellings stands in the text; a date (yyyy-MM-dd) also as people write dates.</summary>
    public static bool Says(string text, ImmutableArray<string> any) => any.Any(s => Dates.Spellings(s).Any(x => Folding.Contains(text, x)));

    public static bool NamesIdentifier(Scenario scenario, RequestForm form, Matter matter)
    {
        var known = Known(scenario, matter);
        return known.IsEmpty || known.Any(k => form.Scope.Identifiers.Concat(form.Fields.Values).Any(text => Folding.Contains(text, k)));
    }

    /// <summary>What the data or property that a matter needs are known by.</summary>
    public static ImmutableArray<string> Identifiers(Scenario scenario, Matter matter) =>
        [.. matter.Needed.Identifiers,
            .. scenario.DataSets.Where(d => matter.Needed.DataSets.Contains(d.Id)).SelectMany(d => d.Identifiers),
            .. scenario.Properties.Where(p => matter.Needed.Properties.Contains(p.Id)).SelectMany(p => p.Identifiers)];

    private static ImmutableArray<string> Known(Scenario scenario, Matter matter) => ScenarioIndex.Of(scenario).IdentifiersOf(matter);
}
