using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>A court asks for the record, is given it once, and admits or rejects each item. Exercise law: generic, and no State's procedure.</summary>
internal static class Courts
{
    public const int MostItems = 100;
    public const int MostPurpose = 2_000;

    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.Court))
            if (turn.Scenario.Courts[n] is var c && ((c.At is { } at && turn.At >= at) || (c.When is { } when && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))))
                Ask(turn, c.Id);
    }

    public static void Ask(Turn turn, string id)
    {
        // Nobody is left to file the record.
        if (turn.State.Courts.ContainsKey(id) || turn.State.Rulings.AllOut(turn.Index.Courts[id].By))
            return;
        turn.Emit(new CourtAsked(turn.At, id, turn.Index.Courts[id].WithinMs is { } ms ? turn.At + ms : null), "court-asked " + id);
    }

    public static Refusal? File(Turn turn, FileRecord command, Actor actor)
    {
        if (turn.Index.Courts.Find(command.Court) is not { } court || !turn.State.Courts.TryGetValue(command.Court, out var state))
            return new Refusal("no-such-court", command.Court);
        if (!court.By.Contains(actor.TeamRole))
            return new Refusal("not-your-record");
        if (state.Status != "asked")
            return new Refusal(state.Status == "filed" ? "already-filed" : "court-lapsed");
        if (command.Items.Length > MostItems || command.Items.GroupBy(i => i.Evidence, StringComparer.Ordinal).Any(g => g.Count() > 1))
            return new Refusal("bad-record");
        if (command.Purpose.Length > MostPurpose)
            return new Refusal("too-long", MostPurpose.ToString(CultureInfo.InvariantCulture));
        foreach (var filed in command.Items)
            if (turn.Index.Evidence.Find(filed.Evidence) is null || !court.Items.Contains(filed.Evidence) && !Visibility.Sees(turn.State, turn.Scenario, actor.TeamRole, "evidence", filed.Evidence))
                return new Refusal("no-such-evidence", filed.Evidence);
            else if (turn.Index.Teams.Find(filed.Log) is null)
                return new Refusal("no-such-team", filed.Log);
        turn.Emit(new RecordFiled(turn.At, court.Id, actor.Id, command.Items, command.Purpose), "record-filed " + court.Id);
        Judge(turn, court);
        Effects.Apply(turn, AllAdmitted(turn.Scenario, court.Id, turn.State.Courts[court.Id]) ? court.AdmittedEffects : court.RejectedEffects);
        return null;
    }

    public static void Lapse(Turn turn, string id)
    {
        turn.Emit(new CourtLapsed(turn.At, id), "court-lapsed " + id);
        Judge(turn, turn.Index.Courts[id]);
        Effects.Apply(turn, turn.Index.Courts[id].LapseEffects);
    }

    public static bool AllAdmitted(Scenario scenario, string court, CourtState state) =>
        ScenarioIndex.Of(scenario).Courts.Find(court) is { } asked && asked.Items.All(i => state.Verdicts.Any(v => v.Evidence == i && v.Admitted));

    /// <summary>Of what was asked for, in that order, and of what was filed beside it.</summary>
    private static void Judge(Turn turn, Court court)
    {
        var state = turn.State.Courts[court.Id];
        var verdicts = court.Items.Select(i => (Evidence: i, Filed: state.Items.FirstOrDefault(f => f.Evidence == i)))
            .Concat(state.Items.Where(f => !court.Items.Contains(f.Evidence)).Select(f => (f.Evidence, Filed: (FiledItem?)f)))
            .Select(x => Of(turn, court, state, x.Evidence, x.Filed));
        turn.Emit(new RecordJudged(turn.At, court.Id, [.. verdicts]));
    }

    private static Verdict Of(Turn turn, Court court, CourtState state, string evidence, FiledItem? filed)
    {
        if (filed is null)
            return new Verdict(evidence, false, ["not-filed"]);
        if (!court.Items.Contains(evidence))
            return new Verdict(evidence, false, ["not-asked"]);
        var team = new Actor(state.Seat!).Team;
        // Of another team's log it says only that it is another's: the verdict goes to the filer, and what stands there is not his to read.
        var gaps = filed.Log == team ? CustodyGaps.Of(turn.State, turn.Index.Evidence[evidence], team).ToList() : [];
        if (!turn.State.Evidence.ContainsKey(team + " " + evidence))
            gaps.Add("not-in-hands");
        // What came to him came with the whole log: another's ends before that.
        else if (filed.Log != team)
            gaps.Add("wrong-log");
        if (court.Purpose.IsEmpty ? string.IsNullOrWhiteSpace(state.Purpose) : !court.Purpose.Any(p => Folding.Contains(state.Purpose, p)))
            gaps.Add("no-purpose");
        return new Verdict(evidence, gaps.Count == 0, [.. gaps]);
    }
}
