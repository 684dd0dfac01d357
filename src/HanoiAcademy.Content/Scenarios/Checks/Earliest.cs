using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>
/// The earliest drill ms at which things can happen, as a fixed point from above. It errs on the early side (what it does not follow may be so from
/// the first), so what it calls too late is.
/// </summary>
internal sealed class Earliest
{
    private const long Never = long.MaxValue;
    private readonly Scenario _scenario;
    private readonly Dictionary<(string What, string Id), long> _at = [];
    private readonly HashSet<string> _handedOver;
    private readonly Dictionary<string, (PlanPaths Plan, AdversaryStep Step)> _steps;
    private readonly HashSet<string> _seenFromStart;
    private readonly Dictionary<string, long> _decisionWithin;
    private readonly Dictionary<string, long> _courtWithin;
    private readonly ILookup<string, string> _courtsAskingFor;
    private bool _sooner;

    public Earliest(Scenario scenario)
    {
        _scenario = scenario;
        _steps = scenario.Adversary.Select(p => new PlanPaths(p)).SelectMany(p => p.Plan.Steps.Select(s => (Plan: p, Step: s))).ToDictionary(x => x.Step.Id, StringComparer.Ordinal);
        // A request may bring it at a moment that is not followed here.
        _handedOver = scenario.DataSets.Select(d => d.Evidence).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _seenFromStart = scenario.Evidence.Where(e => e.SeenBy.Length > 0).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        _decisionWithin = scenario.Decisions.DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => d.WithinMs ?? 0, StringComparer.Ordinal);
        _courtWithin = scenario.Courts.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.WithinMs ?? 0, StringComparer.Ordinal);
        _courtsAskingFor = scenario.Courts.SelectMany(c => c.Items.Distinct().Select(i => (Item: i, Court: c.Id))).ToLookup(x => x.Item, x => x.Court, StringComparer.Ordinal);
        foreach (var asset in scenario.Assets)
            _at[("asset", asset.Id + "/" + asset.Start)] = 0;
        do
        {
            _sooner = false;
            Round();
        }
        while (_sooner);
    }

    /// <summary>Null when it never can.</summary>
    public long? Of(Condition condition) => When(condition) is var at && at == Never ? null : at;

    private long When(Condition? condition) => condition switch
    {
        AllOf c => c.Of.Select(When).DefaultIfEmpty(0).Max(),
        AnyOf c => c.Of.Select(When).DefaultIfEmpty(0).Min(),
        AtTime c => c.At,
        ActionDone c => At(c.Outcome switch { "started" => "action", "failed" => "action-failed", _ => "action-done" }, c.Action),
        DecisionIs { Option: "lapsed" } c => Plus(At("decision", c.Decision), _decisionWithin[c.Decision]),
        DecisionIs c => At("decision", c.Decision),
        InjectOut c => At("inject", c.Inject),
        StepIs { Is: "skipped" } => Never,
        StepIs c => At(c.Is switch { "done" or StepIs.Past => "action-done", "failed" => "action-failed", _ => "action" }, c.Step),
        FlagSet c => At("flag", c.Flag),
        CourtIs { Is: "lapsed" } c => Plus(At("court", c.Court), _courtWithin[c.Court]),
        CourtIs c => At("court", c.Court),
        EvidenceIs { Is: "destroyed" or "altered" } => 0,
        EvidenceIs { Is: "rejected" or "admitted" } c => Asked(c.Evidence),
        // Nobody has what nobody has seen.
        EvidenceIs c => Seen(c.Evidence),
        AssetIs c => At("asset", c.Asset + "/" + c.Is),
        _ => 0,
    };

    /// <summary>Drill ms from which some team can see an item; from the first where nothing tells.</summary>
    public long Seen(string evidence) => _handedOver.Contains(evidence) || _seenFromStart.Contains(evidence) ? 0 : At("seen", evidence);

    private long Asked(string evidence) => _courtsAskingFor[evidence].Select(c => At("court", c)).DefaultIfEmpty(Never).Min();

    private void Round()
    {
        var drawn = _scenario.Pools.SelectMany(p => p.Members.SelectMany(m => m.Injects.Select(i => (Inject: i, From: Plus(p.When is null ? 0 : When(p.When), p.From))))).ToLookup(x => x.Inject, x => x.From);
        foreach (var inject in _scenario.Injects)
        {
            if (inject.Contingency || drawn.Contains(inject.Id))
                Sooner("inject", inject.Id, inject.Contingency ? 0 : drawn[inject.Id].Min());
            else if (inject.At is { } at)
                Sooner("inject", inject.Id, at);
            else if (inject.When is { } when)
                Sooner("inject", inject.Id, Plus(When(when), inject.After));
            if (At("inject", inject.Id) is not Never and var comes)
                foreach (var evidence in inject.Attachments.Concat(inject.Variants.SelectMany(v => v.Attachments)))
                    Sooner("seen", evidence, comes);
            Apply(inject.Effects.Concat(inject.Variants.SelectMany(v => v.Effects)), At("inject", inject.Id));
        }

        foreach (var action in _scenario.Actions)
        {
            var start = action.Requires.Where(r => !r.Hidden).Select(r => When(r.When)).DefaultIfEmpty(0).Max();
            if (_steps.TryGetValue(action.Id, out var planned))
            {
                start = Begins(planned.Plan, planned.Step, start);
                Apply(planned.Step.FoiledEffects, start);
                foreach (var noise in planned.Step.Noise)
                    Apply(noise.Effects, Plus(start, noise.AfterMs));
            }

            var end = Plus(Math.Max(start, 0), action.DurationMs);
            Sooner("action", action.Id, start);
            Sooner("action-done", action.Id, end);
            Sooner("action-failed", action.Id, end);
            Apply(action.StartEffects, start);
            Apply(action.Effects.Concat(action.FailEffects), end);
        }

        foreach (var decision in _scenario.Decisions)
        {
            if (decision.At is { } at)
                Sooner("decision", decision.Id, at);
            else if (decision.When is { } when)
                Sooner("decision", decision.Id, When(when));
            Apply(decision.Options.SelectMany(o => o.Effects).Concat(decision.LapseEffects), At("decision", decision.Id));
        }

        foreach (var court in _scenario.Courts)
        {
            if (court.At is { } at)
                Sooner("court", court.Id, at);
            else if (court.When is { } when)
                Sooner("court", court.Id, When(when));
            Apply(court.AdmittedEffects.Concat(court.RejectedEffects).Concat(court.LapseEffects), At("court", court.Id));
        }

        foreach (var matter in _scenario.Matters)
            Apply(matter.GrantEffects.Concat(matter.RefuseEffects), 0);
    }

    /// <summary>People may go ahead as soon as they can; a plan comes to a step, waits, and starts it when it wants to. Control's hand is not counted.</summary>
    private long Begins(PlanPaths paths, AdversaryStep step, long possible)
    {
        if (paths.Plan.Team is not null)
            return possible;
        Sooner("step", step.Id, paths.Entries.Contains(step.Id) ? 0 : paths.Into[step.Id].Min(x => !x.IsFallback ? At("action-done", x.From.Id)
            : Math.Min(At("action", x.From.Id), x.From.PatienceMs is { } patience ? Plus(At("step", x.From.Id), patience) : Never)));
        return Math.Max(Plus(Math.Max(At("step", step.Id), possible), step.WaitMs), step.When is null ? 0 : When(step.When));
    }

    private void Apply(IEnumerable<Effect> effects, long at)
    {
        if (at == Never)
            return;
        foreach (var effect in effects)
            switch (effect)
            {
                case SetFlag e: Sooner("flag", e.Flag, at); break;
                case SetAsset e: Sooner("asset", e.Asset + "/" + e.To, at); break;
                case OpenDecision e: Sooner("decision", e.Decision, at); break;
                case AskCourt e: Sooner("court", e.Court, at); break;
                case Reveal { What: "evidence" } e: Sooner("seen", e.Id, at); break;
                case DeliverInject e: Sooner("inject", e.Inject, Plus(at, e.After)); break;
            }
    }

    private long At(string what, string id) => _at.GetValueOrDefault((what, id), Never);

    private void Sooner(string what, string id, long at)
    {
        if (at >= At(what, id))
            return;
        _at[(what, id)] = at;
        _sooner = true;
    }

    private static long Plus(long at, long ms) => at == Never ? Never : at + ms;
}
