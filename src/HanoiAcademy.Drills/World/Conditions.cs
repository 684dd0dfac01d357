using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.World;

/// <summary>Whether a condition holds at a drill time; pure and total.</summary>
internal static class Conditions
{
    public static bool Hold(DrillState s, Scenario scenario, Condition condition, long at) => condition switch
    {
        AllOf c => c.Of.All(x => Hold(s, scenario, x, at)),
        AnyOf c => c.Of.Any(x => Hold(s, scenario, x, at)),
        Not c => !Hold(s, scenario, c.Of, at),
        AtTime c => at >= c.At,
        ActionDone c => s.Actions.TryGetValue(c.Action, out var run) && (c.Outcome switch
        {
            "started" => true,
            "failed" => run.EverFailed,
            _ => run.EverDone,
        }),
        DecisionIs c => s.Decisions.TryGetValue(c.Decision, out var d) && (c.Option switch
        {
            null => d.Status == "taken",
            "lapsed" => d.Status == "lapsed",
            var option => d.Status == "taken" && d.Option == option,
        }),
        InjectOut c => s.Injects.TryGetValue(c.Inject, out var i) && i.Status == "delivered"
            && (c.Variant is not { } variant || Injects.InjectBook.CameAs(i, Injects.InjectBook.Find(s, scenario, c.Inject), variant)),
        FlagSet c => s.Flags.Contains(c.Flag),
        AssetIs c => s.Assets.TryGetValue(c.Asset, out var state) && state == c.Is,
        MeterIs c => Meter(s, scenario, c, at),
        EvidenceIs c => Evidence.EvidenceFacts.Hold(s, scenario, c),
        CourtIs c => s.Courts.TryGetValue(c.Court, out var court) && (c.Is switch
        {
            "asked" => true,
            "admitted" => court.Status == "filed" && Evidence.Courts.AllAdmitted(scenario, c.Court, court),
            var status => court.Status == status,
        }),
        RequestIs c => s.Requests.Values.Any(r => Request(s, scenario, r, c)),
        HoldIs c => s.Holds.Values.Any(h => (c.Property is { } property ? h.Property == property : h.DataSet == c.DataSet) && (c.Is switch
        {
            "begun" => true,
            "ended" => h.Status == "ended",
            "followed" => h.Followed,
            "suspended" => h is { Status: "active", What: "suspension" },
            "frozen" => h is { Status: "active", What: "freeze" },
            _ => h.Status == "active",
        })),
        StepIs { Is: "foiled" or "skipped" or "detected" } c => s.Steps.TryGetValue(c.Step, out var step) && (c.Is switch
        {
            "foiled" => step.Foiled > 0,
            "skipped" => step.Skipped,
            _ => step.Made.Any(n => n.Noticed),
        }),
        StepIs { Is: StepIs.Past } c => Hold(s, scenario, new ActionDone(c.Step), at) || (s.Steps.TryGetValue(c.Step, out var past) && past.Skipped),
        StepIs c => Hold(s, scenario, new ActionDone(c.Step, c.Is), at),
        MessageTo c => s.WrittenTo.Contains(c.Team is null ? c.Contact : c.Contact + " " + c.Team),
        AnswerIs c => s.Actions.TryGetValue(c.Action, out var form) && form.Answers?.GetValueOrDefault(c.Field) is { } answer
            && ScenarioIndex.Of(scenario).Actions.Find(c.Action)?.Fields.FirstOrDefault(f => f.Id == c.Field) is { } field && Forms.Filling.IsRight(field, answer),
        _ => false,
    };

    /// <summary>Every condition inside, itself first.</summary>
    public static IEnumerable<Condition> Parts(Condition condition)
    {
        yield return condition;
        var inner = condition switch
        {
            AllOf c => c.Of.AsEnumerable(),
            AnyOf c => c.Of,
            Not c => [c.Of],
            _ => [],
        };
        foreach (var part in inner.SelectMany(Parts))
            yield return part;
    }

    private static bool Meter(DrillState s, Scenario scenario, MeterIs c, long at)
    {
        var meter = ScenarioIndex.Of(scenario).Meters.Find(c.Meter);
        if (meter is null || !s.Meters.TryGetValue(c.Meter, out var state))
            return false;
        var value = Meters.Value(state, meter, at);
        return (c.AtLeast is null || value >= c.AtLeast) && (c.AtMost is null || value <= c.AtMost);
    }

    private static bool Request(DrillState s, Scenario scenario, RequestState r, RequestIs c) =>
        r.Matter == c.Matter
        && r.Reached.TryGetValue(c.Status, out var reached)
        && (!c.Sound || r.Mistakes.IsEmpty)
        && (!c.FirstSound || r.FirstMistakes.IsEmpty)
        && (!c.Right || r.Right == true)
        && (c.Share is null || Shares.Of(s, scenario, r, c.Side).Percent >= c.Share)
        && (c.Mistake is null || Shares.Of(s, scenario, r, c.Side).Costs.Any(x => x.Code == c.Mistake))
        && (c.Within is null || reached - r.SentStory <= c.Within);
}
