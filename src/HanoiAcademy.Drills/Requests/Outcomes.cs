using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What a grant does to the world: data kept or handed over, property held, or honestly nothing because nothing is left.</summary>
internal static class Outcomes
{
    private const long Day = 86_400_000;

    /// <summary>Data sets the grant reaches: those named (else those needed), within a part that was granted, and only where the receiver's State has them.</summary>
    public static List<string> Data(Scenario scenario, RequestState request)
    {
        var state = Parties.StateOf(scenario, request.Receiver)?.Id;
        var named = request.Form.Scope.DataSets.IsEmpty ? ScenarioIndex.Of(scenario).Matters.Find(request.Matter)?.Needed.DataSets ?? [] : request.Form.Scope.DataSets;
        return [.. named.Where(d => scenario.DataSets.Any(x => x.Id == d && x.State == state)
            && (request.Answer != "grant-in-part" || request.Narrower is not { DataSets.IsEmpty: false } part || part.DataSets.Contains(d)))];
    }

    public static List<Property> Properties(Scenario scenario, RequestState request)
    {
        var state = Parties.StateOf(scenario, request.Receiver)?.Id;
        var named = request.Form.Scope.Properties.IsEmpty ? ScenarioIndex.Of(scenario).Matters.Find(request.Matter)?.Needed.Properties ?? [] : request.Form.Scope.Properties;
        return [.. scenario.Properties.Where(p => named.Contains(p.Id) && p.State == state
            && (request.Answer != "grant-in-part" || request.Narrower is not { Properties.IsEmpty: false } part || part.Properties.Contains(p.Id)))];
    }

    public static void Execute(Turn turn, string id, string by)
    {
        var request = turn.State.Requests[id];
        var result = RequestKinds.Of(request.Form.Kind).Outcome switch
        {
            "keep" => Keep(turn, request, by),
            "suspend" => Hold(turn, request, by, "suspension"),
            "freeze" => Hold(turn, request, by, "freeze"),
            "tell" => Tell(turn, request, by, "taken"),
            "agree" => Tell(turn, request, by, "agreed"),
            _ => HandOver(turn, request, by),
        };
        if (result != "nil" && !RequestKinds.Of(request.Form.Kind).Tells)
            Effects.Apply(turn, ScenarioIndex.Of(turn.Scenario).Matters.Find(request.Matter)?.GrantEffects ?? []);
    }

    /// <summary>Holds the data as a preservation does; also what a desk does when an emergency is none.</summary>
    public static void BeginHolds(Turn turn, RequestState request)
    {
        var ends = turn.Story + (Parties.StateOf(turn.Scenario, request.Receiver)?.HoldDays ?? 60) * Day;
        foreach (var data in Data(turn.Scenario, request).Where(d => !turn.State.LostData.Contains(d)))
            Holds.BeginOnData(turn, request.Id, data, ends);
    }

    private static string Keep(Turn turn, RequestState request, string by)
    {
        var asked = request.Matter is null ? [] : Data(turn.Scenario, request);
        var result = asked.All(turn.State.LostData.Contains) ? "nil" : "kept";
        Executed(turn, request.Id, by, result);
        if (result == "kept")
            BeginHolds(turn, request);
        return result;
    }

    private static string HandOver(Turn turn, RequestState request, string by)
    {
        var asked = Data(turn.Scenario, request);
        var left = asked.Where(d => !turn.State.LostData.Contains(d)).ToList();
        var result = asked.Count > 0 && left.Count == 0 ? "nil" : "handed-over";
        Executed(turn, request.Id, by, result);
        foreach (var data in left)
        {
            var item = turn.Scenario.DataSets.First(d => d.Id == data).Evidence is { } e ? turn.Scenario.Evidence.FirstOrDefault(x => x.Id == e) : null;
            turn.Emit(new DataHandedOver(turn.At, request.Id, data, by, turn.Story, item?.Id, item?.Sha256));
            if (item is not null)
                foreach (var team in Parties.SendingTeams(turn.Scenario, request))
                    Effects.See(turn, "evidence", item.Id, team);
        }

        return result;
    }

    private static string Hold(Turn turn, RequestState request, string by, string what)
    {
        var profile = Parties.StateOf(turn.Scenario, request.Receiver) ?? new StateProfile { Id = "", Name = Text.Empty };
        var ends = turn.Story + (what == "freeze" ? profile.FreezeDays * Day : profile.SuspensionHours * 3_600_000L);
        var asked = request.Answer == "grant-in-part" && request.Narrower?.Amount is { } part ? part : request.Form.Scope.Amount;
        var properties = Properties(turn.Scenario, request);
        var held = properties.Where(p => PropertyHolds.CanHold(turn, p)).ToList();
        var result = held.Count > 0 ? "held" : "nil";
        Executed(turn, request.Id, by, result);
        foreach (var property in held)
            PropertyHolds.Begin(turn, request.Id, property, what, asked, ends);
        return result;
    }

    private static string Tell(Turn turn, RequestState request, string by, string result)
    {
        Executed(turn, request.Id, by, result);
        return result;
    }

    private static void Executed(Turn turn, string id, string by, string result) =>
        turn.Emit(new RequestExecuted(turn.At, id, by, turn.Story, result), "request-executed " + id);
}
