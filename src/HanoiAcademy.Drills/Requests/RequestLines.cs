using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>A request for the report: both sides on one line of time.</summary>
internal static class RequestLines
{
    private static readonly ImmutableArray<string> OfReceiver =
        ["acknowledged", "verified", "not-authentic", "forwarded", "returned", "consulting", "postponed", "granted", "executed", "refused",
            "sender-warned", "progress-told", "other-use-consented", "other-use-refused", "register-date-set", "true-authority-warned", "handed-over"];

    public static RequestReport Of(DrillState state, Scenario scenario, RequestState r, Func<Text, string> say)
    {
        string Name(string authority) => ScenarioIndex.Of(scenario).Authorities.Find(authority) is { } a ? say(a.Name) : authority;
        var matter = ScenarioIndex.Of(scenario).Matters.Find(r.Matter);
        var line = r.History.Select(h => new RequestLine(h.At, Side(scenario, r, h), h.What, Name(h.By), h is { What: "forwarded", Note: { } to } ? Name(to) : h.Note));
        return new RequestReport(r.Id, r.Form.Kind, Name(r.Form.From), Name(r.Form.To), matter is null ? null : say(matter.Name), r.Status, r.Result, r.Right,
            r.FirstMistakes, r.Mistakes, [.. line], r.Form, r.Mistakes.IsEmpty && r.FirstMistakes.IsEmpty ? null : matter?.Model,
            matter?.Points ?? 0, Earned(state, scenario, r, r.Form.From, "sender"), Earned(state, scenario, r, r.Receiver.Length > 0 ? r.Receiver : r.Form.To, "receiver"));
    }

    /// <summary>Nothing where an authority without people acted.</summary>
    private static Share? Earned(DrillState state, Scenario scenario, RequestState r, string authority, string side) =>
        ScenarioIndex.Of(scenario).Authorities.Find(authority) is { PlayedBy.IsEmpty: false } && r.Reached.ContainsKey("sent") && (side == "sender" || r.Right is not null)
            ? Shares.Of(state, scenario, r, side)
            : null;

    /// <summary>Either side may close it; all else is one side's.</summary>
    private static string Side(Scenario scenario, RequestState r, RequestPassed step) =>
        step.By == "clock" ? "clock"
        : OfReceiver.Contains(step.What) || (step.What == "closed" && Parties.HasIt(scenario, r, new Actor(step.By))) ? "receiver"
        : "sender";
}
