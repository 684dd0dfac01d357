using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Packs;

/// <summary>
/// For whom control's copy is printed. A copy for one team names what that team does and sees alone; of the rest it says that control will tell. Null: everything.
/// </summary>
internal sealed class PackReader(Scenario scenario, string? team)
{
    private readonly ScenarioIndex _index = ScenarioIndex.Of(scenario);

    public bool Does(ImmutableArray<string> by) => team is null || Visibility.AddressesTeam(by, team);

    /// <summary>Sends or decides requests on it.</summary>
    public bool HasPartIn(Matter? matter) => team is null
        || matter is not null && (Parties.OfTeam(scenario, team).Any(a => a.Id == matter.From) || _index.Authorities.Find(matter.To) is { } to && Does(to.PlayedBy));

    /// <summary>Whether he can tell by himself that it holds. All, any and not are looked at part by part.</summary>
    public bool Sees(Condition condition) => team is null || condition switch
    {
        AllOf or AnyOf or Not or AtTime => true,
        ActionDone c => Does(_index.Actions.Find(c.Action)?.By ?? []),
        StepIs c => Does(_index.Actions.Find(c.Step)?.By ?? []),
        AnswerIs c => Does(_index.Actions.Find(c.Action)?.By ?? []),
        DecisionIs c => Does(_index.Decisions.Find(c.Decision)?.By ?? []),
        InjectOut c => Does(_index.Injects.Find(c.Inject)?.To ?? []),
        AssetIs c => Does(_index.Assets.Find(c.Asset)?.SeenBy ?? []),
        MeterIs c => Does(_index.Meters.Find(c.Meter)?.SeenBy ?? []),
        EvidenceIs c => c.Team == team,
        CourtIs c => Does(_index.Courts.Find(c.Court)?.By ?? []),
        RequestIs c => HasPartIn(_index.Matters.Find(c.Matter)),
        HoldIs c => Does(_index.DataSets.Find(c.DataSet)?.KnownTo ?? []),
        MessageTo c => c.Team is null ? Does(_index.Contacts.Find(c.Contact)?.Teams ?? []) : c.Team == team,
        FlagSet c => Sets(c.Flag),
        _ => false,
    };

    /// <summary>A flag is nobody's; he knows of one that his own team's acts set.</summary>
    private bool Sets(string flag)
    {
        bool In(IEnumerable<Effect> effects) => effects.Any(e => e is SetFlag set && set.Flag == flag);
        return scenario.Actions.Any(a => Does(a.By) && (In(a.StartEffects) || In(a.Effects) || In(a.FailEffects)))
            || scenario.Decisions.Any(d => Does(d.By) && (d.Options.Any(o => In(o.Effects)) || In(d.LapseEffects)));
    }
}
