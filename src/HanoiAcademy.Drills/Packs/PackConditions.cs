using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Packs;

/// <summary>A condition in the names of its things, for a controller who has no server to ask.</summary>
internal static class PackConditions
{
    public const string Untold = "control-tells";

    public static PackCondition Of(Scenario scenario, Sight sight, PackReader reader, Condition condition)
    {
        if (!reader.Sees(condition))
            return Leaf(Untold, "");
        var index = ScenarioIndex.Of(scenario);
        return condition switch
        {
            AllOf c => Parts("all", c.Of),
            AnyOf c => Parts("any", c.Of),
            Not c => Parts("not", [c.Of]),
            AtTime c => Leaf("time", Injects.InjectFlow.Minutes(c.At)),
            ActionDone c => Leaf("action", Say(index.Actions.Find(c.Action)?.Name, c.Action), c.Outcome),
            StepIs c => Leaf("action", Say(index.Actions.Find(c.Step)?.Name, c.Step), c.Is),
            DecisionIs c => Leaf("decision", Say(index.Decisions.Find(c.Decision)?.Title, c.Decision), index.Decisions.Find(c.Decision)?.Options.FirstOrDefault(o => o.Id == c.Option) is { } option ? sight.Say(option.Name) : c.Option ?? ""),
            InjectOut c => Leaf("inject", Say(index.Injects.Find(c.Inject)?.Title, c.Inject)),
            FlagSet c => Leaf("flag", c.Flag),
            AssetIs c => Leaf("asset", Say(index.Assets.Find(c.Asset)?.Name, c.Asset), index.Assets.Find(c.Asset)?.States.FirstOrDefault(s => s.Id == c.Is) is { } state ? sight.Say(state.Name) : c.Is),
            MeterIs c => Leaf("meter", Say(index.Meters.Find(c.Meter)?.Name, c.Meter), c.AtLeast is { } least ? $"≥ {least}" : $"≤ {c.AtMost}"),
            EvidenceIs c => Leaf("evidence", Say(index.Evidence.Find(c.Evidence)?.Name, c.Evidence), c.Is),
            CourtIs c => Leaf("court", Say(index.Courts.Find(c.Court)?.Title, c.Court), c.Is),
            RequestIs c => Leaf("request", Say(index.Matters.Find(c.Matter)?.Name, c.Matter), c.Status),
            HoldIs c => Leaf("hold", Say(index.DataSets.Find(c.DataSet)?.Name, c.Property ?? c.DataSet), c.Is),
            MessageTo c => Leaf("message", Say(index.Contacts.Find(c.Contact)?.Name, c.Contact)),
            AnswerIs c => Leaf("answer", Say(index.Actions.Find(c.Action)?.Name, c.Action), c.Field),
            _ => Leaf("other", ""),
        };

        // Not even how many they are is told of what is not his.
        PackCondition Parts(string what, ImmutableArray<Condition> of) =>
            of.Select(x => Of(scenario, sight, reader, x)).ToList() is var parts && parts.Count > 0 && parts.TrueForAll(x => x.What == Untold) ? Leaf(Untold, "")
            : new PackCondition(what, "", "", [.. parts.Where(x => x.What != Untold), .. parts.Where(x => x.What == Untold).Take(1)]);

        string Say(Text? name, string id) => name is null || name.IsEmpty ? id : sight.Say(name);
    }

    private static PackCondition Leaf(string what, string name, string detail = "") => new(what, name, detail, ImmutableArray<PackCondition>.Empty);
}
