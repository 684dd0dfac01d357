using System.Collections.Immutable;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>
/// What can happen at all in a scenario, found as a least fixed point: begin with what has a time of its own or waits in
/// the controller's hand, and add what that makes possible until nothing new comes. It errs on the side of possible
/// (a negation always may hold, luck always may fall), so what it calls impossible is.
/// </summary>
internal sealed class Reach
{
    private readonly Scenario _scenario;
    private readonly HashSet<(string What, string Id)> _facts = [];
    private readonly HashSet<(string What, string Id, string Team)> _seen = [];
    private readonly HashSet<(string What, string Id)> _seenByAnyone = [];

    // Every round asks every condition again, so nothing here is looked for from the beginning of a list.
    private readonly Dictionary<(string What, string Id), ImmutableArray<string>> _seenFromStart;
    private readonly Dictionary<string, EvidenceItem> _evidence;
    private readonly Dictionary<string, Court> _courts;
    private readonly ILookup<string, Court> _courtsAskingFor;
    private readonly Dictionary<string, Decision> _decisions;
    private readonly Dictionary<string, Meter> _meters;
    private readonly HashSet<string> _movedMeters = [];
    private readonly HashSet<string> _steps;
    private readonly PlanPaths[] _plans;
    private readonly HashSet<string> _pooled = new(StringComparer.Ordinal);
    private bool _grew;

    public Reach(Scenario scenario)
    {
        _scenario = scenario;
        _plans = [.. scenario.Adversary.Select(p => new PlanPaths(p))];
        _steps = scenario.Adversary.SelectMany(p => p.Steps).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        LastMs = scenario.Ends.Where(e => e.At is not null).Select(e => e.At).Min();
        _evidence = ById(scenario.Evidence, e => e.Id);
        _courts = ById(scenario.Courts, c => c.Id);
        _courtsAskingFor = scenario.Courts.SelectMany(c => c.Items.Distinct().Select(i => (Item: i, Court: c))).ToLookup(x => x.Item, x => x.Court, StringComparer.Ordinal);
        _decisions = ById(scenario.Decisions, d => d.Id);
        _meters = ById(scenario.Meters, m => m.Id);
        _seenFromStart = scenario.Assets.Select(x => (What: "asset", x.Id, x.SeenBy))
            .Concat(scenario.DataSets.Select(x => ("data", x.Id, x.KnownTo)))
            .Concat(scenario.Properties.Select(x => ("property", x.Id, x.KnownTo)))
            .Concat(scenario.Meters.Select(x => ("meter", x.Id, x.SeenBy)))
            .Concat(scenario.Evidence.Select(x => ("evidence", x.Id, x.SeenBy)))
            .DistinctBy(x => (x.Item1, x.Item2)).ToDictionary(x => (x.Item1, x.Item2), x => x.Item3);
        _seenByAnyone.UnionWith(_seenFromStart.Where(x => x.Value.Length > 0).Select(x => x.Key));
        foreach (var asset in scenario.Assets)
            _facts.Add(("asset", asset.Id + "/" + asset.Start));
        do
        {
            _grew = false;
            Grow();
        }
        while (_grew);
    }

    /// <summary>Drill ms at which the drill ends at the latest; null when no end has a time.</summary>
    public long? LastMs { get; }

    public bool Inject(string id) => Has("inject", id);
    public bool Decision(string id) => Has("decision", id);
    public bool Action(string id) => Has("action", id);
    public bool Step(string id) => Has("action", id);
    public bool End(string id) => Has("end", id);
    public bool Court(string id) => Has("court", id);
    public bool Incoming(string id) => Has("incoming", id);
    public bool FlagEverSet(string id) => Has("flag", id);

    /// <summary>Whether a team can come to see an asset, data, evidence item or meter.</summary>
    public bool Sees(string what, string id, string team)
    {
        return _seenFromStart[(what, id)].Any(x => x == "all" || x == team || x.StartsWith(team + ".", StringComparison.Ordinal)) || _seen.Contains((what, id, team));
    }

    public bool SeenByAnyone(string what, string id) => _seenByAnyone.Contains((what, id));

    public bool Possible(Condition? condition) => condition switch
    {
        null => true,
        AllOf c => c.Of.All(Possible),
        AnyOf c => c.Of.Any(Possible),
        Not => true,
        AtTime c => LastMs is not { } last || c.At <= last,
        ActionDone c => Has(c.Outcome switch { "started" => "action", "failed" => "action-failed", _ => "action-done" }, c.Action),
        StepIs c => c.Is switch { "skipped" => true, "foiled" or "detected" => Has("step-" + c.Is, c.Step), "started" => Has("action", c.Step), StepIs.Past => Has("action-done", c.Step), _ => Has("action-" + c.Is, c.Step) },
        DecisionIs { Option: null } c => Has("decision", c.Decision),
        DecisionIs { Option: "lapsed" } c => Has("decision", c.Decision) && _decisions[c.Decision].WithinMs is not null,
        DecisionIs c => Has("decision", c.Decision),
        InjectOut c => Has("inject", c.Inject),
        FlagSet c => Has("flag", c.Flag),
        AssetIs c => Has("asset", c.Asset + "/" + c.Is),
        MeterIs c => Possible(c),
        EvidenceIs c => Possible(c),
        CourtIs { Is: "lapsed" } c => Has("court", c.Court) && _courts[c.Court].WithinMs is not null,
        CourtIs { Is: "admitted" } c => Has("court", c.Court) && _courts[c.Court].Items.All(i => SeenByAnyone("evidence", i)),
        CourtIs c => Has("court", c.Court),
        RequestIs c => Has("matter", c.Matter),
        HoldIs { Property: { } property } c => c.Is is not ("begun" or "active" or "ended" or "suspended" or "frozen") ? false
            : _scenario.Matters.Any(m => m.Needed.Properties.Contains(property) && Has("matter", m.Id) && (c.Is != "frozen" || m.Kind == "freeze") && (c.Is != "suspended" || m.Kind == "stop-payment")),
        HoldIs { Is: "followed" } c => Holdable(c.DataSet) && Has("followed", c.DataSet),
        HoldIs c => Holdable(c.DataSet),
        AnswerIs c => Has("action", c.Action) && _scenario.Actions.First(a => a.Id == c.Action).Fields.Any(f => f.Id == c.Field && f.Right.Length > 0),
        MessageTo c => _scenario.Contacts.First(x => x.Id == c.Contact).Teams is var teams && (c.Team is null ? teams.Length > 0 : teams.Contains("all") || teams.Contains(c.Team)),
        _ => true,
    };

    private bool Possible(EvidenceIs c)
    {
        var item = _evidence[c.Evidence];
        return c.Is switch
        {
            "destroyed" => Has("destroyed", c.Evidence),
            "altered" => Has("altered", c.Evidence) && SeenByAnyone("evidence", c.Evidence),
            // Taken without right: something must say what is right.
            "unauthorised" => (item.Authorised is not null || item.State is not null) && (c.Team.Length == 0 ? SeenByAnyone("evidence", c.Evidence) : Sees("evidence", c.Evidence, c.Team)),
            "rejected" => _courtsAskingFor[c.Evidence].Any(x => Has("court", x.Id)),
            "admitted" => SeenByAnyone("evidence", c.Evidence) && _courtsAskingFor[c.Evidence].Any(x => Has("court", x.Id)),
            // Who was given it can give it on.
            "handed-over" or "receipted" => SeenByAnyone("evidence", c.Evidence) && _scenario.Teams.Length > 1,
            // Whoever sees it can hand it over, so one team is enough.
            _ => SeenByAnyone("evidence", c.Evidence),
        };
    }

    private bool Possible(MeterIs c)
    {
        var meter = _meters[c.Meter];
        var (low, high) = meter.RatePerMinute != 0 || _movedMeters.Contains(c.Meter) ? (meter.Min, meter.Max) : (meter.Start, meter.Start);
        return (c.AtLeast ?? low) <= high && (c.AtMost ?? high) >= low;
    }

    private bool Holdable(string dataSet) => _scenario.Matters.Any(m => m.Needed.DataSets.Contains(dataSet) && Has("matter", m.Id));

    private void Grow()
    {
        foreach (var matter in _scenario.Matters.Where(Askable))
        {
            Add("matter", matter.Id);
            Apply(matter.GrantEffects);
            Apply(matter.RefuseEffects);
            foreach (var property in _scenario.Properties.Where(p => matter.Needed.Properties.Contains(p.Id)))
            {
                Move(property.Meter);
                Move(property.Into);
            }

            // A formal request for the data stands behind their holds; what is handed over is seen by those who asked.
            foreach (var data in _scenario.DataSets.Where(d => matter.Needed.DataSets.Contains(d.Id)))
            {
                if (matter.Kind is "mla" or "mla-live" or "production")
                    Add("followed", data.Id);
                if (data.Evidence is { } item && RequestKinds.Find(matter.Kind) is { HandsOver: true })
                    foreach (var team in _scenario.Teams.Where(t => t.State == _scenario.Authorities.First(a => a.Id == matter.From).State))
                        See("evidence", item, team.Id);
            }
        }

        foreach (var pool in _scenario.Pools.Where(p => Possible(p.When)))
            _pooled.UnionWith(pool.Members.SelectMany(m => m.Injects));
        foreach (var inject in _scenario.Injects.Where(i => i.At is not null || i.Contingency || _pooled.Contains(i.Id) || (i.When is not null && Possible(i.When)) || Has("inject", i.Id)))
        {
            Add("inject", inject.Id);
            foreach (var evidence in inject.Attachments)
                foreach (var team in _scenario.Teams.Where(t => inject.To.Any(to => to == "all" || to == t.Id || to.StartsWith(t.Id + ".", StringComparison.Ordinal))))
                    See("evidence", evidence, team.Id);
            Apply(inject.Effects);
            foreach (var variant in inject.Variants)
            {
                foreach (var evidence in variant.Attachments)
                    foreach (var team in _scenario.Teams.Where(t => (variant.For.IsEmpty ? inject.To : variant.For).Any(to => to == "all" || to == t.Id || to.StartsWith(t.Id + ".", StringComparison.Ordinal))))
                        See("evidence", evidence, team.Id);
                Apply(variant.Effects);
            }
        }

        foreach (var paths in _plans)
            foreach (var step in paths.Plan.Steps)
                Go(paths, step);
        foreach (var action in _scenario.Actions.Where(a => !_steps.Contains(a.Id) && a.Requires.All(r => r.Hidden || Possible(r.When))))
            Act(action);
        foreach (var decision in _scenario.Decisions.Where(d => d.At is not null || (d.When is not null && Possible(d.When)) || Has("decision", d.Id)))
        {
            Add("decision", decision.Id);
            foreach (var option in decision.Options)
                Apply(option.Effects);
            Apply(decision.LapseEffects);
        }

        foreach (var court in _scenario.Courts.Where(c => c.At is not null || (c.When is not null && Possible(c.When)) || Has("court", c.Id)))
        {
            Add("court", court.Id);
            Apply(court.AdmittedEffects);
            Apply(court.RejectedEffects);
            Apply(court.LapseEffects);
        }

        foreach (var item in _scenario.Evidence.Where(e => e.GoneWhen is not null && Possible(e.GoneWhen)))
            Add("destroyed", item.Id);
        foreach (var end in _scenario.Ends.Where(e => e.At is not null || (e.When is not null && Possible(e.When))))
            Add("end", end.Id);
    }

    /// <summary>The plan comes to it, or people choose it; a controller's hand, which can bring anything about, is not counted.</summary>
    private void Go(PlanPaths paths, AdversaryStep step)
    {
        var plan = paths.Plan;
        var action = _scenario.Actions.First(a => a.Id == step.Id);
        if (paths.Entries.Contains(step.Id))
            Add("step", step.Id);
        var free = plan.Team is not null;
        if ((free || (Has("step", step.Id) && Possible(step.When))) && action.Requires.All(r => r.Hidden || Possible(r.When)))
        {
            Act(plan.Skill < 100 && action.Chance == 100 ? action with { Chance = 99 } : action);
            if (step.FoiledBy is not null && Possible(step.FoiledBy))
            {
                Add("step-foiled", step.Id);
                Apply(step.FoiledEffects);
            }

            foreach (var noise in step.Noise.Where(n => Possible(n.When)))
            {
                Add("step-detected", step.Id);
                Apply(noise.Effects);
            }
        }

        if (Has("action-done", step.Id))
            Branch(step.Then);
        if (Has("action-failed", step.Id) || Has("step-foiled", step.Id) || (Has("step", step.Id) && (free || step.PatienceMs is not null)))
            Branch(step.Fallback);
    }

    private void Branch(ImmutableArray<StepBranch> branches)
    {
        foreach (var branch in branches.Where(b => Possible(b.When)))
            Add("step", branch.Step);
    }

    private void Act(ActionDefinition action)
    {
        Add("action", action.Id);
        foreach (var cost in action.Costs)
            Move(cost.Meter);
        Apply(action.StartEffects);
        if (action.Chance > 0 && action.Requires.All(r => Possible(r.When)))
        {
            Add("action-done", action.Id);
            Apply(action.Effects);
        }

        if (action.Chance < 100 || action.Requires.Any(r => r.Hidden))
        {
            Add("action-failed", action.Id);
            Apply(action.FailEffects);
        }
    }

    /// <summary>Somebody can write it, or it arrives, or whoever executes a preservation tells it unasked.</summary>
    private bool Askable(Matter matter)
    {
        var from = _scenario.Authorities.First(a => a.Id == matter.From);
        return _scenario.Teams.Any(t => t.State == from.State) || _scenario.IncomingRequests.Any(i => i.Matter == matter.Id && Has("incoming", i.Id))
            || _scenario.Matters.Any(m => m.Path == matter.Id && Has("matter", m.Id));
    }

    private void Apply(IEnumerable<Effect> effects)
    {
        foreach (var effect in effects)
            switch (effect)
            {
                case SetFlag e: Add("flag", e.Flag); break;
                case SetAsset e: Add("asset", e.Asset + "/" + e.To); break;
                case ChangeMeter e: Move(e.Meter); break;
                case MoveMeter e: Move(e.From); Move(e.To); break;
                case OpenDecision e: Add("decision", e.Decision); break;
                case DeliverInject e: Add("inject", e.Inject); break;
                case ReceiveRequest e: Add("incoming", e.Request); break;
                case DestroyEvidence e: Add("destroyed", e.Evidence); break;
                case AlterEvidence e: Add("altered", e.Evidence); break;
                case AskCourt e: Add("court", e.Court); break;
                case FollowHold e: Add("followed", e.DataSet); break;
                case EndDrill e: Add("end", e.End); break;
                case Reveal e:
                    foreach (var team in e.Teams)
                        See(e.What, e.Id, team);
                    break;
            }
    }

    private static Dictionary<string, T> ById<T>(IEnumerable<T> all, Func<T, string> id) => all.DistinctBy(id).ToDictionary(id, StringComparer.Ordinal);

    private bool Has(string what, string id) => _facts.Contains((what, id));

    private void Add(string what, string id) => _grew |= _facts.Add((what, id));

    /// <summary>What one role sees, somebody of its team sees.</summary>
    private void See(string what, string id, string who)
    {
        _grew |= _seen.Add((what, id, who.Split('.')[0]));
        _seenByAnyone.Add((what, id));
    }

    private void Move(string meter) => _grew |= _movedMeters.Add(meter);
}
