using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Injects;

/// <summary>What pools, luck and controllers do to the plan.</summary>
internal static class InjectEvents
{
    public static DrillState Evolve(DrillState s, Scenario scenario, DrillEvent e) => e switch
    {
        PoolDrawn x => x.Plan.Aggregate(s with { Pools = s.Pools.Add(x.Pool) }, Planned),
        InjectPassedOver x => s with { Injects = s.Injects.SetItem(x.Inject, new InjectState("passed-over")) },
        InjectForNobody x => s with { Injects = s.Injects.SetItem(x.Inject, new InjectState("passed-over")) },
        InjectMoved x => Drill.Note(s, x.At, x.Seat, "moved", x.Inject) with { Injects = s.Injects.SetItem(x.Inject, new InjectState(s.Injects.GetValueOrDefault(x.Inject)?.Status == "held-back" ? "held-back" : "scheduled", x.Due)) },
        InjectEdited x => Edited(Drill.Note(s, x.At, x.Seat, "edited", x.Inject), scenario, x),
        InjectWritten x => Written(Drill.Note(s, x.At, x.Seat, "wrote", x.Inject), x),
        InjectCorrected x => Drill.Note(s, x.At, x.Seat, "corrected", x.Inject) with { Feed = s.Feed.Add(new FeedItem(x.Correction, x.At, null) { Corrects = x.Inject, Words = x.Body }) },
        _ => s,
    };

    /// <summary>What a controller did to one before the draw stands; held back, it learns when it would have come.</summary>
    private static DrillState Planned(DrillState s, PlannedInject planned) => s.Injects.GetValueOrDefault(planned.Inject) switch
    {
        null => s with { Injects = s.Injects.SetItem(planned.Inject, new InjectState("scheduled", planned.Due)) },
        { Status: "held-back", Due: null } held => s with { Injects = s.Injects.SetItem(planned.Inject, held with { Due = planned.Due }) },
        _ => s,
    };

    private static DrillState Edited(DrillState s, Scenario scenario, InjectEdited x)
    {
        var was = InjectBook.Find(s, scenario, x.Inject);
        var now = was with
        {
            To = x.To.IsEmpty ? was.To : x.To,
            Subject = x.Subject ?? was.Subject,
            Body = x.Body is { } body ? new Prose(body, Text.Empty) : was.Body,
            // One new wording takes the place of all; effects and expectations of the variants go on with the inject.
            Variants = [.. was.Variants.Select(v => v with { Subject = x.Subject ?? v.Subject, Body = x.Body is { } b ? new Prose(b, Text.Empty) : v.Body })],
        };
        var at = s.Written.FindIndex(w => w.Id == x.Inject);
        return at < 0 ? s with { Edited = s.Edited.SetItem(x.Inject, now) } : s with { Written = s.Written.SetItem(at, now) };
    }

    private static DrillState Written(DrillState s, InjectWritten x) => s with
    {
        Written = s.Written.Add(new Inject
        {
            Id = x.Inject,
            Title = x.Subject,
            To = x.To,
            Channel = x.Channel,
            Attention = x.Attention,
            Tlp = x.Tlp,
            From = x.From,
            FromText = x.FromText ?? Text.Empty,
            Subject = x.Subject,
            Body = new Prose(x.Body, Text.Empty),
            Contingency = x.Due is null,
        }),
        Injects = x.Due is { } due ? s.Injects.SetItem(x.Inject, new InjectState("scheduled", due)) : s.Injects,
    };
}
