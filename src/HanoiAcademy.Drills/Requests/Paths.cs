using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Who keeps data and finds that another provider stood in the path tells so, unasked; who learns it must reach the next State in time.</summary>
internal static class Paths
{
    public const long WithinMs = 1_800_000;

    /// <summary>The path matter that the execution of a preservation brought to light and that nobody has told yet.</summary>
    public static Matter? Untold(DrillState state, Scenario scenario, RequestState request) =>
        request is { Form.Kind: "preservation", Result: "kept" }
        && ScenarioIndex.Of(scenario).Matters.Find(request.Matter)?.Path is { } path
        && ScenarioIndex.Of(scenario).Matters.Find(path) is { } matter
        && !state.Requests.Values.Any(r => r.Matter == path && r.Reached.ContainsKey("sent"))
            ? matter : null;

    /// <summary>By an authority without people: the author's model goes out. People forget it at their cost.</summary>
    public static void Tell(Turn turn, string request, string path)
    {
        var matter = turn.Scenario.Matters.First(m => m.Id == path);
        var receiver = Parties.Played(turn.State, turn.Scenario, turn.State.Requests[request].Receiver);
        if (receiver is { PlayedBy.IsEmpty: false })
        {
            Faults.Add(turn, request, "receiver", "path-not-disclosed");
            return;
        }

        turn.Emit(new RequestReceived(turn.At, "path-" + path, path, turn.Story, matter.Model, path, []), "request-received path-" + path);
        Effects.Apply(turn, matter.GrantEffects);
    }

    /// <summary>Data of the next State went while nobody there had been asked.</summary>
    public static void NextWasLost(Turn turn, string data)
    {
        foreach (var r in turn.State.Requests.Values)
            if (r.Form.Kind == "path" && r.Reached.ContainsKey("sent") && ScenarioIndex.Of(turn.Scenario).Matters.Find(r.Matter)?.Next is { } next
                && ScenarioIndex.Of(turn.Scenario).Matters.Find(next) is { } wanted && wanted.Needed.DataSets.Contains(data)
                && !turn.State.Requests.Values.Any(x => x.Matter == next && x.Reached.ContainsKey("sent")))
                Faults.Add(turn, r.Id, "receiver", "next-state-not-asked");
    }
}
