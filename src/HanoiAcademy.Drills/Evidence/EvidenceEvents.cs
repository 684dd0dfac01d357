using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>The arms of Evolve for evidence and courts.</summary>
internal static class EvidenceEvents
{
    public static DrillState Evolve(DrillState s, Scenario scenario, DrillEvent e)
    {
        return e switch
        {
            EvidenceIdentified x => Identified(Drill.Acted(s, x.Seat, x.At), x.Team, x.Evidence, Entry(x.Seat, "identified", note: x.Note)),
            EvidenceCollected x => Add(Drill.Acted(s, x.Seat, x.At), x.Team, x.Evidence, "collected", Entry(x.Seat, "collected", sha256: x.Sha256, basis: x.Basis, note: x.Note, gaps: x.Gaps)),
            EvidenceAcquired x => Add(Drill.Acted(s, x.Seat, x.At), x.Team, x.Evidence, "acquired", Entry(x.Seat, "acquired", sha256: x.Sha256, basis: x.Basis, note: x.Note, gaps: x.Gaps)),
            EvidencePreserved x => Add(Drill.Acted(s, x.Seat, x.At), x.Team, x.Evidence, "preserved", Entry(x.Seat, "preserved", note: x.Note, gaps: x.Gaps) with { Seal = x.Seal, Place = x.Place }),
            EvidenceHandedOver x => HandedOver(Drill.Acted(s, x.Seat, x.At), x, Entry(x.Seat, "handed-over", x.To, note: x.Note), Entry(x.Seat, "received", x.To)),
            ReceiptGiven x => new[] { x.Team, x.From }.Aggregate(Drill.Acted(s, x.Seat, x.At), (state, team) =>
                Add(state, team, x.Evidence, null, Entry(x.Seat, "receipt", sha256: x.Sha256, note: x.Note, gaps: x.Gaps))),
            EvidenceAltered x => s.Evidence.GetValueOrDefault(x.Team + " " + x.Evidence) is { } held ? s with { Evidence = s.Evidence.SetItem(x.Team + " " + x.Evidence, held with { Altered = true }) } : s,
            EvidenceDestroyed x => s with { Destroyed = s.Destroyed.SetItem(x.Evidence, x.At) },
            EvidenceFoundGone x => Drill.Acted(s, x.Seat, x.At) with { FoundGone = s.FoundGone.Add(x.Team + " " + x.Evidence) },
            CourtAsked x => s with { Courts = s.Courts.SetItem(x.Court, new CourtState("asked", x.At, x.Deadline)) },
            RecordFiled x => Court(Drill.Acted(s, x.Seat, x.At), x.Court, c => c with { Status = "filed", Seat = x.Seat, FiledAt = x.At, Purpose = x.Purpose, Items = x.Items }),
            RecordJudged x => Court(s, x.Court, c => c with { Verdicts = x.Verdicts }),
            CourtLapsed x => Court(s, x.Court, c => c with { Status = "lapsed" }),
            _ => s,
        };

        Custody Entry(string seat, string what, string? to = null, string sha256 = "", string basis = "", string note = "", ImmutableArray<string>? gaps = null) =>
            new(e.At, seat, what, to, sha256, basis, note) { Story = StoryClock.At(scenario, s.Phase, e.At), Gaps = gaps ?? [] };
    }

    /// <summary>Before it is taken it stands alone; found late, it is one more line of the log.</summary>
    private static DrillState Identified(DrillState s, string team, string evidence, Custody entry) =>
        s.Evidence.ContainsKey(team + " " + evidence) ? Add(s, team, evidence, null, entry) : s with { Identified = s.Identified.SetItem(team + " " + evidence, entry) };

    /// <summary>Status null: as it was. A log begins with what was identified before.</summary>
    private static DrillState Add(DrillState s, string team, string evidence, string? status, Custody entry)
    {
        var key = team + " " + evidence;
        if (s.Evidence.GetValueOrDefault(key) is { } held)
            return s with { Evidence = s.Evidence.SetItem(key, held with { Status = status ?? held.Status, Custody = held.Custody.Add(entry) }) };
        if (status is null)
            return s;
        ImmutableList<Custody> log = s.Identified.GetValueOrDefault(key) is { } found ? [found, entry] : [entry];
        return s with { Evidence = s.Evidence.SetItem(key, new EvidenceState(status, log)), Identified = s.Identified.Remove(key) };
    }

    private static DrillState HandedOver(DrillState s, EvidenceHandedOver x, Custody given, Custody received)
    {
        if (s.Evidence.GetValueOrDefault(x.Team + " " + x.Evidence) is not { } held)
            return s;
        var sha256 = held.Custody.FirstOrDefault(c => c.Sha256.Length > 0)?.Sha256 ?? "";
        var log = held.Custody.Add(given with { Sha256 = sha256 });
        return s with
        {
            Evidence = s.Evidence.SetItem(x.Team + " " + x.Evidence, held with { Status = "handed-over", Custody = log })
                .SetItem(x.To + " " + x.Evidence, new EvidenceState("collected", log.Add(received with { Sha256 = sha256 }), held.Altered)),
        };
    }

    private static DrillState Court(DrillState s, string id, Func<CourtState, CourtState> change) =>
        s.Courts.GetValueOrDefault(id) is { } court ? s with { Courts = s.Courts.SetItem(id, change(court)) } : s;
}
