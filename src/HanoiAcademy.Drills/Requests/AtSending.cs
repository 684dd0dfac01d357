using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What was so at the moment a form went out, as far as judging it needs to know.</summary>
internal static class AtSending
{
    private const long Day = 86_400_000;

    public static Sending Of(Turn turn, RequestForm form, Matter? matter, string receiver, bool authorised) => new(turn.Scenario, form, matter, receiver)
    {
        Authorised = authorised,
        DataGone = matter is not null && DataGone(turn.State, matter),
        KeptBefore = matter is null || matter.Needed.DataSets.All(d => turn.State.Holds.Values.Any(h => h.DataSet == d) || IsKeptAnyway(turn, d)),
        StoppedBefore = Related(turn, form, matter, "stop-payment").Any(r => r.Reached.ContainsKey("sent")) || !turn.Scenario.Matters.Any(m => m.Kind == "stop-payment" && FormFacts.Overlaps(m.Needed, matter?.Needed ?? form.Scope)),
        RefusedBefore = turn.State.Requests.Values.Any(r => r.Reached.ContainsKey("refused") && SameSender(turn.Scenario, r.Form, form) && r.Form.Kind != form.Kind && FormFacts.Overlaps(r.Form.Scope, form.Scope)),
        Late = matter?.LateAfter is { } late && turn.At > late,
        Story = turn.Story,
    };

    /// <summary>What its holder keeps for as long as a hold would last needs none before it is asked for.</summary>
    private static bool IsKeptAnyway(Turn turn, string data) =>
        ScenarioIndex.Of(turn.Scenario).DataSets.Find(data) is { } d && d.RetentionEnds >= turn.Story + (ScenarioIndex.Of(turn.Scenario).States.Find(d.State)?.HoldDays ?? 60) * Day;

    public static bool DataGone(DrillState state, Matter matter) => !matter.Needed.DataSets.IsEmpty && matter.Needed.DataSets.All(state.LostData.Contains);

    public static bool SameSender(Scenario scenario, RequestForm a, RequestForm b) =>
        ScenarioIndex.Of(scenario).Authorities.Find(a.From)?.State is { } state && ScenarioIndex.Of(scenario).Authorities.Find(b.From)?.State == state;

    private static IEnumerable<RequestState> Related(Turn turn, RequestForm form, Matter? matter, string kind) =>
        turn.State.Requests.Values.Where(r => r.Form.Kind == kind && SameSender(turn.Scenario, r.Form, form) && FormFacts.Overlaps(r.Form.Scope, matter?.Needed ?? form.Scope));
}
