using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>
/// Evidence as a simulated player handles it. What he means to do he does in the right order, on the right basis, and after the authorisation; who errs
/// takes another basis, does not wait, forgets the seal or the hash, or leaves an item out of what goes to the court.
/// </summary>
internal static class CustodyTasks
{
    public static bool IsSettled(DrillState state, SeatPlan plan, ExpectedAct expected) =>
        Expectations.Done(state, expected) || expected switch
        {
            ExpectFile f => state.Courts.TryGetValue(f.Court, out var court) && court.Status != "asked",
            ExpectReceipt => false,
            _ => ItemOf(expected) is { } item && state.FoundGone.Contains(plan.Team + " " + item) && !state.Evidence.ContainsKey(plan.Team + " " + item),
        };

    /// <summary>An earlier step on the same item that he means to do as well comes first.</summary>
    public static bool Waits(DrillState state, SeatPlan plan, ExpectedAct act, IReadOnlyList<(Expected Expected, long ReadAt)> known) =>
        ItemOf(act) is { } item && known.Any(k => ItemOf(k.Expected.Act) == item && Place(k.Expected.Act) < Place(act) && !IsSettled(state, plan, k.Expected.Act));

    public static SimulatedTask? Of(DrillState state, Scenario scenario, SeatPlan plan, ExpectedAct expected) => expected switch
    {
        ExpectFile f => File(state, scenario, plan, f),
        _ when ItemOf(expected) is not { } id || Expectations.Done(state, expected) || IsSettled(state, plan, expected) => null,
        ExpectReceipt r => state.Evidence.GetValueOrDefault(plan.Team + " " + r.Evidence)?.Custody.Any(c => c.What == "received" && c.To == plan.Team) == true
            ? Task(state, plan, "receipt " + r.Evidence, 20, 60, new GiveReceipt(r.Evidence, Errs(state, plan, "receipt " + r.Evidence) ? "" : Item(scenario, r.Evidence).Sha256))
            : null,
        ExpectPreserve p => state.Evidence.GetValueOrDefault(plan.Team + " " + p.Evidence) is { Status: not "handed-over" }
            ? Task(state, plan, "preserve " + p.Evidence, 40, 110, Errs(state, plan, "preserve " + p.Evidence) ? new PreserveEvidence(p.Evidence) : new PreserveEvidence(p.Evidence, "EX-" + p.Evidence))
            : null,
        _ => Visibility.Sees(state, scenario, plan.TeamRole, "evidence", ItemOf(expected)!) ? Take(state, scenario, plan, expected, Item(scenario, ItemOf(expected)!)) : null,
    };

    private static SimulatedTask? Take(DrillState state, Scenario scenario, SeatPlan plan, ExpectedAct expected, EvidenceItem item)
    {
        if (expected is ExpectIdentify)
            return Task(state, plan, "identify " + item.Id, 15, 40, new IdentifyEvidence(item.Id));
        var holds = state.Evidence.ContainsKey(plan.Team + " " + item.Id);
        if (!holds && item.Authorised is { } authorised && !Conditions.Hold(state, scenario, authorised, state.At) && !Errs(state, plan, "authorised " + item.Id))
            return null;
        var basis = BasisOf(state, plan, item);
        return expected is ExpectAcquire
            ? state.Evidence.GetValueOrDefault(plan.Team + " " + item.Id)?.Status == "handed-over" ? null
                : Task(state, plan, "acquire " + item.Id, 60, 150, new AcquireEvidence(item.Id, Errs(state, plan, "acquire " + item.Id) ? "" : item.Sha256, holds ? "" : basis))
            : Task(state, plan, "collect " + item.Id, 30, 90, new CollectEvidence(item.Id, Basis: basis));
    }

    private static string BasisOf(DrillState state, SeatPlan plan, EvidenceItem item)
    {
        if (item.Basis.IsEmpty)
            return "";
        var wrong = Bases.All.Where(b => !item.Basis.Contains(b)).ToArray();
        return wrong.Length > 0 && Errs(state, plan, "basis " + item.Id) ? wrong[0] : item.Basis[0];
    }

    /// <summary>As soon as all that was asked for has come and is acknowledged; at half time with what there is.</summary>
    private static SimulatedTask? File(DrillState state, Scenario scenario, SeatPlan plan, ExpectFile expected)
    {
        if (!state.Courts.TryGetValue(expected.Court, out var asked) || asked.Status != "asked")
            return null;
        var court = scenario.Courts.First(c => c.Id == expected.Court);
        var held = court.Items.Where(i => state.Evidence.ContainsKey(plan.Team + " " + i)).ToImmutableArray();
        var complete = held.Length == court.Items.Length && held.All(i => state.Evidence[plan.Team + " " + i].Custody is var log && (log.All(c => c.To != plan.Team) || log.Any(c => c.What == "receipt" && new Actor(c.Seat).Team == plan.Team)));
        var since = complete || court.WithinMs is not { } ms ? asked.AskedAt : asked.AskedAt + ms / 2;
        if (!complete && court.WithinMs is null)
            return null;
        var errs = Errs(state, plan, "file " + court.Id);
        return Task(state, plan, "file " + court.Id, 90, 200, new FileRecord(court.Id,
            [.. held.Skip(errs && held.Length > 1 ? 1 : 0).Select(i => new FiledItem(i, plan.Team))],
            errs ? "" : court.Purpose.FirstOrDefault() ?? court.Title.In(scenario.Language, scenario.Language))) with
        { Since = since };
    }

    private static EvidenceItem Item(Scenario scenario, string id) => scenario.Evidence.First(e => e.Id == id);

    /// <summary>Players who fill empty seats beside people do it as the author would.</summary>
    private static bool Errs(DrillState state, SeatPlan plan, string what) => Skill.Of(state, plan.Seat) != Skill.Steady && Skill.Errs(state, plan.Seat, what);

    private static SimulatedTask Task(DrillState state, SeatPlan plan, string what, int from, int to, Command command) =>
        new(1, 0, Skill.Thinks(state, plan.Seat, what, from, to), command);

    private static string? ItemOf(ExpectedAct act) => act switch
    {
        ExpectIdentify x => x.Evidence,
        ExpectCollect x => x.Evidence,
        ExpectAcquire x => x.Evidence,
        ExpectReceipt x => x.Evidence,
        ExpectPreserve x => x.Evidence,
        ExpectHandOver x => x.Evidence,
        _ => null,
    };

    /// <summary>In the order of a record without gaps.</summary>
    private static int Place(ExpectedAct act) => act switch
    {
        ExpectIdentify => 0,
        ExpectCollect => 1,
        ExpectReceipt => 2,
        ExpectAcquire => 3,
        ExpectPreserve => 4,
        _ => 5,
    };
}
