using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Requests;

/// <summary>
/// The kind "preservation": its six fields a to f (Budapest Convention 29(2)(a)-(f); that art. 42 asks the same is unverified), and how a form is
/// judged against the matter's truth. The form never does the thinking: any form can be sent, and this says what it lacks.
/// </summary>
public static class Preservation
{
    public const string Kind = "preservation";

    /// <summary>a authority, b offence and short facts, c data and link to the offence, d holder or place, e necessity, f that an MLA request will follow.</summary>
    public static readonly ImmutableArray<string> SixFields = ["authority", "offence", "data", "holder", "necessity", "mla-follows"];

    public static readonly ImmutableArray<string> AdvisedFields = ["identifiers-note", "mla-date", "confidential", "do-not-tell-user"];

    private const long Day = 86_400_000;

    /// <summary>Fields of a to f that are empty or lack a listed fact.</summary>
    public static ImmutableArray<string> Gaps(RequestForm form, Matter? matter) =>
        [.. SixFields.Where(field => !Complete(form, field, matter))];

    public static bool AsksTooMuch(RequestForm form, Matter matter) =>
        form.Scope.DataSets.Except(matter.Needed.DataSets).Any()
        || form.Scope.Classes.Except(matter.Needed.Classes).Any()
        || (matter.Needed.FromUtc is { } from && form.Scope.FromUtc is { } askedFrom && askedFrom < from - Day)
        || (matter.Needed.ToUtc is { } to && form.Scope.ToUtc is { } askedTo && askedTo > to + Day);

    /// <summary>What is wrong with a form as it goes to a receiver, in the order in which a desk would say it. Codes of the requests page.</summary>
    public static ImmutableArray<string> Judge(Scenario scenario, RequestForm form, Matter? matter, string receiver, bool authorised, bool dataGone)
    {
        var mistakes = ImmutableArray.CreateBuilder<string>();
        var to = scenario.Authorities.FirstOrDefault(a => a.Id == receiver);
        var right = matter is null ? null : scenario.Authorities.FirstOrDefault(a => a.Id == matter.To);
        if (to is not null && right is not null && to.State != right.State)
            mistakes.Add("wrong-state");
        else if (to is not null && (!to.Competent.Contains(form.Kind) || (right is not null && to.Id != right.Id)))
            mistakes.Add("wrong-authority");
        if (to is not null && !to.Channels.Contains(form.Channel))
            mistakes.Add("wrong-channel");
        var from = scenario.Authorities.FirstOrDefault(a => a.Id == form.From);
        if (from is not null && to is not null && NeedsTreaty(form.Basis) && !InForce(scenario, form.Basis, from.State, to.State))
            mistakes.Add("basis-not-in-force");
        if (!authorised)
            mistakes.Add("not-authorised");
        foreach (var _ in Gaps(form, matter))
            mistakes.Add("missing-field");
        if (matter is null || !NamesIdentifier(scenario, form, matter))
            mistakes.Add("no-identifier");
        if (form.Scope.FromUtc is null || form.Scope.ToUtc is null)
            mistakes.Add("no-time-zone");
        if (matter is not null && AsksTooMuch(form, matter))
            mistakes.Add(form.Scope.Classes.Contains("content") && !matter.Needed.Classes.Contains("content") ? "asks-disclosure" : "over-broad");
        if (dataGone)
            mistakes.Add("too-late");
        return mistakes.ToImmutable();
    }

    /// <summary>The first matter of its kind whose needed data it names, by data set or by identifier.</summary>
    public static Matter? MatterOf(Scenario scenario, RequestForm form) =>
        scenario.Matters.FirstOrDefault(m => m.Kind == form.Kind && m.Needed.DataSets.Intersect(form.Scope.DataSets).Any())
        ?? scenario.Matters.FirstOrDefault(m => m.Kind == form.Kind && NamesIdentifier(scenario, form, m));

    private static bool Complete(RequestForm form, string field, Matter? matter)
    {
        var text = form.Fields.GetValueOrDefault(field, "");
        var facts = matter?.Facts.Where(f => f.Field == field).ToList() ?? [];
        return facts.Count == 0 ? !string.IsNullOrWhiteSpace(text) : facts.All(f => f.Any.Any(s => Folding.Contains(text, s)));
    }

    private static bool NamesIdentifier(Scenario scenario, RequestForm form, Matter matter)
    {
        var known = matter.Needed.Identifiers
            .Concat(scenario.DataSets.Where(d => matter.Needed.DataSets.Contains(d.Id)).SelectMany(d => d.Identifiers)).ToList();
        return known.Count == 0 || known.Any(k => form.Scope.Identifiers.Concat(form.Fields.Values).Any(text => Folding.Contains(text, k)));
    }

    private static bool NeedsTreaty(string basis) => basis is "uncc" or "budapest" or "untoc" or "uncac" or "bilateral" or "";

    private static bool InForce(Scenario scenario, string basis, string a, string b) =>
        scenario.Treaties.Any(t => t.Basis == basis && t.Between.Contains(a) && t.Between.Contains(b));
}
