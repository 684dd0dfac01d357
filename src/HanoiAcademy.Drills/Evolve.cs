using System.Collections.Immutable;
using HanoiAcademy.Drills.Adversary;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills;

public static partial class Drill
{
    /// <summary>Total and dull: one arm an event, no decision, no luck, no clock.</summary>
    public static DrillState Evolve(DrillState s, Scenario scenario, DrillEvent e) => Kept(s, SeenTo(Changed(s, scenario, e), scenario, e), scenario, e);

    /// <summary>What controllers no longer have to see to.</summary>
    private static DrillState SeenTo(DrillState s, Scenario scenario, DrillEvent e) =>
        e is MessageSent or InjectDelivered or InjectSkipped or MessageAnswered or MessageSetAside ? Control.Claims.Evolve(Messages.Strip.Evolve(s, scenario, e), e) : s;

    private static DrillState Changed(DrillState s, Scenario scenario, DrillEvent e) => e switch
    {
        DrillLaunched x => AdversaryEvents.Weigh(Launched(s, scenario, x), scenario, x.At),
        TimePassed => s,
        DrillRecovered => Note(s, e.At, "system", "recovered", "") with { Why = "recovered" },
        SeatTaken x => AdversaryEvents.Weigh(Seat(s, x.Seat, seat => seat with { Holder = "person", Ready = false, Since = x.At, Handover = Handovers.Of(s, scenario, x) }), scenario, x.At),
        SeatLeft x => AdversaryEvents.Weigh(Requests.Pens.Freed(Seat(s, x.Seat, seat => seat with { Holder = "free", Ready = false, Since = x.At, Handover = null }), x.Seat), scenario, x.At),
        SeatSimulated x => AdversaryEvents.Weigh(Seat(s, x.Seat, seat => seat with { Holder = "simulated", Ready = true, LastActAt = x.At, Skill = x.Skill, Since = seat.Holder == "simulated" ? seat.Since : x.At, Handover = null }), scenario, x.At),
        SeatReady x => Seat(s, x.Seat, seat => seat with { Ready = x.Ready }),
        ExerciseStarted => s with { Status = "running", Started = true, Phase = StoryClock.PhaseAt(scenario, 0) },
        DrillPaused x => Note(s, x.At, x.Seat, "paused", "") with { Status = "paused", By = x.Seat, Why = x.Why },
        DrillResumed x => Note(s, x.At, x.Seat, "resumed", "") with { Status = s.Started ? "running" : "lobby", By = null, Why = null },
        SpeedSet x => Note(s, x.At, x.Seat, "speed-set", x.Speed.ToString(System.Globalization.CultureInfo.InvariantCulture)) with { Speed = x.Speed },
        DrillStopped x => Note(s, x.At, x.Seat, "stopped", "") with { Status = "stopped", By = x.Seat, Why = "real-event" },
        ExerciseEnded x => Note(s, x.At, x.Seat, "ended", x.End ?? "") with { Status = "ended", By = x.Seat, End = x.End, ClosedAt = x.At },
        ExerciseReopened x => Note(s, x.At, x.Seat, "reopened", "") with { Status = "paused", End = null, By = x.Seat, Why = "control" },
        DrillForked x => AdversaryEvents.Weigh(Requests.Pens.Freed(Forks.Forking.Evolve(s, x), null), scenario, x.At),
        PhaseStarted x => s with { Phase = Index(scenario, x.Phase) },
        InjectScheduled x => s with { Injects = s.Injects.SetItem(x.Inject, new InjectState("scheduled", x.Due)) },
        InjectDelivered x => Delivered(s, x),
        InjectHeldBack x => Note(s, x.At, x.Seat, "held-back", x.Inject) with { Injects = s.Injects.SetItem(x.Inject, new InjectState("held-back", s.Injects.GetValueOrDefault(x.Inject)?.Due ?? ScenarioIndex.Of(scenario).Injects.Find(x.Inject)?.At)) },
        InjectReleased x => Released(s, x),
        InjectSkipped x => Note(s, x.At, x.Seat, "skipped", x.Inject) with { Injects = s.Injects.SetItem(x.Inject, new InjectState("skipped")) },
        PoolDrawn or InjectPassedOver or InjectForNobody or InjectMoved or InjectEdited or InjectWritten or InjectCorrected => Injects.InjectEvents.Evolve(s, scenario, e),
        CascadeCut x => Note(s, x.At, "system", "cascade-cut", x.What),
        ItemsRead x => Acted(s, x.Seat, x.At) with { Read = s.Read.SetItems(x.Items.Select(i => KeyValuePair.Create(x.Seat + " " + i, x.At))) },
        ItemMarked x => Marked(s, x),
        MessageSent x => Acted(s, x.Seat, x.At) with { Feed = s.Feed.Add(new FeedItem(MessageId(s, new Actor(x.Seat).Team), x.At, null, x.Seat, x.To, x.Text, x.About, x.Language)) },
        TeamWrittenTo x => BetweenTeams.Evolve(s, x),
        ChatSent x => TeamChat.Evolve(s, x),
        WrittenEarlier x => WrittenLate.Evolve(s, x),
        StepOpened or StepBlocked or StepGivenUp or StepFoiled or StepSkipped or NoiseMade or PlanHeld or PlanResumed or PlanHandedOver => AdversaryEvents.Evolve(s, scenario, e),
        ClockJumped x => Note(s, x.At, x.Seat, "jumped", Clock.Moment.Of(x.To)),
        WorkClaimed or ClaimLeft => Control.Claims.Evolve(s, e),
        MessageAnswered or MessageSetAside => s,
        NoteWritten x => s with { Notes = s.Notes.SetItem(x.Note, new NoteState(x.Team, x.Text, x.Objective, x.Seen, x.At, x.Seat)) },
        HotWashNoted x => Debrief.HotWash.Evolve(s, x),
        HotWashWithdrawn x => s with { HotWash = s.HotWash.Remove(x.Note) },
        ReplaySharingSet x => Note(s, x.At, x.Seat, "replay-sharing-set", x.Replay) with { ReplaySharing = x.Replay },
        SharingSet x => Note(s, x.At, x.Seat, "sharing-set", x.Sharing) with { Sharing = x.Sharing },
        ActionStarted x => AdversaryEvents.Started(Acted(s, x.Seat, x.At) with { Actions = s.Actions.SetItem(x.Action, (s.Actions.GetValueOrDefault(x.Action) ?? new ActionRun("", "", 0, 0, 0)) with { Status = "running", Seat = x.Seat, StartedAt = x.At, EndsAt = x.EndsAt, Times = x.Nth + 1, Answers = x.Answers }) }, scenario, x),
        ActionFinished x => s with { Actions = s.Actions.SetItem(x.Action, s.Actions[x.Action] with { Status = "done", EverDone = true }) },
        ActionFailed x => s with { Actions = s.Actions.SetItem(x.Action, s.Actions[x.Action] with { Status = "failed", EverFailed = true }) },
        ActionCancelled x => AdversaryEvents.Cancelled(Acted(s, x.Seat, x.At) with { Actions = s.Actions.SetItem(x.Action, s.Actions[x.Action] with { Status = "cancelled", EndsAt = x.At }) }, x.Action),
        DecisionOpened x => s with { Decisions = s.Decisions.SetItem(x.Decision, new DecisionState("open", x.At, x.Deadline)) },
        DecisionTaken x => Acted(s, x.Seat, x.At) with { Decisions = s.Decisions.SetItem(x.Decision, s.Decisions[x.Decision] with { Status = "taken", Option = x.Option, Seat = x.Seat, Reason = x.Reason, TakenAt = x.At }) },
        DecisionLapsed x => s with { Decisions = s.Decisions.SetItem(x.Decision, s.Decisions[x.Decision] with { Status = "lapsed" }) },
        FlagRaised x => s with { Flags = s.Flags.Add(x.Flag) },
        FlagCleared x => s with { Flags = s.Flags.Remove(x.Flag) },
        AssetChanged x => s with { Assets = s.Assets.SetItem(x.Asset, x.To) },
        MeterChanged x => s with { Meters = s.Meters.SetItem(x.Meter, new MeterState(x.Value, x.At, x.Rate)) },
        ThingRevealed x => s with { Known = s.Known.Add($"{x.Team} {x.What} {x.Id}") },
        EvidenceCollected or EvidenceHandedOver or EvidenceIdentified or EvidenceAcquired or EvidencePreserved or ReceiptGiven or EvidenceAltered or EvidenceDestroyed or EvidenceFoundGone
            or CourtAsked or RecordFiled or RecordJudged or CourtLapsed => Evidence.EvidenceEvents.Evolve(s, scenario, e),
        HoldBegun x => s with { Holds = s.Holds.SetItem(x.Hold, new HoldState(x.DataSet, x.Request, x.At, x.StoryEnds)) },
        HoldExtended x => s with { Holds = s.Holds.SetItem(x.Hold, s.Holds[x.Hold] with { StoryEnds = x.StoryEnds, Extended = true }) },
        HoldFollowed x => s with { Holds = s.Holds.SetItem(x.Hold, s.Holds[x.Hold] with { Followed = true }) },
        HoldEnded x => s with { Holds = s.Holds.SetItem(x.Hold, s.Holds[x.Hold] with { Status = x.Why }) },
        PropertyHeld x => s with { Holds = s.Holds.SetItem(x.Hold, new HoldState("", x.Request, x.At, x.StoryEnds) { Property = x.Property, What = x.What, Amount = x.Amount }) },
        HoldFed x => s with { Holds = s.Holds.SetItem(x.Hold, s.Holds[x.Hold] with { StoryEnds = x.StoryEnds, What = x.What, Amount = s.Holds[x.Hold].Amount + x.Amount, FedBy = s.Holds[x.Hold].FedBy.Add(x.Request) }) },
        HoldUnfollowed x => s with { Holds = s.Holds.SetItem(x.Hold, s.Holds[x.Hold] with { Followed = false }) },
        DataLost x => s with { LostData = s.LostData.Add(x.DataSet) },
        ObjectiveWon x => s with { Objectives = s.Objectives.SetItem(x.Objective, new ObjectiveState("won", x.At, x.Because)) },
        ObjectiveMissed x => s with { Objectives = s.Objectives.SetItem(x.Objective, new ObjectiveState("missed", x.At, "")) },
        MeasureBegun x => s with { Measures = s.Measures.SetItem(x.Objective, x.At) },
        ObjectivePartlyWon x => s with { Objectives = s.Objectives.SetItem(x.Objective, new ObjectiveState("partly", x.At, x.Because, x.Points)) },
        ObjectiveMarked x => Note(s, x.At, x.Seat, "marked", x.Objective) with { Marks = s.Marks.SetItem(x.Objective, new MarkState(x.Level, x.Points, x.At, x.Seat, x.Note)) },
        ExpectedMarked x => Scoring.Observations.Evolve(s, x),
        QuestionnaireOpened x => s with { Questionnaires = s.Questionnaires.SetItem(x.Questionnaire, new QuestionnaireState(x.At, DrillState.Sorted<ImmutableSortedDictionary<string, string>>())) },
        QuestionnaireAnswered x => Acted(s, x.Seat, x.At) is var answered && answered.Questionnaires.TryGetValue(x.Questionnaire, out var q)
            ? answered with { Questionnaires = answered.Questionnaires.SetItem(x.Questionnaire, q with { Answers = q.Answers.SetItem(x.Seat, x.Answers) }) }
            : answered,
        RollCalled or LinkReported or ResultTypedIn or JudgedOnPaper => Exercises.ExerciseFolding.Evolve(s, e),
        ScoreVoided x => Scoring.Voiding.Evolve(s, x),
        TeamRemoved x => Control.Removal.Evolve(s, scenario, x),
        PenaltyIncurred x => s with { Penalties = s.Penalties.SetItem(x.Penalty, new PenaltyState(x.At, x.Because)) },
        _ => RequestEvents.Evolve(s, scenario, e),
    };

    /// <summary>What every event brings: time goes on, and what is kept beside the state follows it.</summary>
    private static DrillState Kept(DrillState before, DrillState after, Scenario scenario, DrillEvent e)
    {
        var agenda = Agenda.After(before, after, scenario, e);
        if (after.At < e.At || after.Unsettled != e is CascadeCut || !ReferenceEquals(agenda, after.Agenda) || after.FeedAt.Count < after.Feed.Count)
            after = after with { At = Math.Max(after.At, e.At), Unsettled = e is CascadeCut, Agenda = agenda, FeedAt = Placed(after) };
        for (var place = before.FeedAt.Count; place < after.Feed.Count; place++)
            after = Filed(after, scenario, after.Feed[place]);
        return e is ItemsRead read && after.Unheard.TryGetValue(new Actor(read.Seat).Team, out var unheard)
            ? after with { Unheard = after.Unheard.SetItem(new Actor(read.Seat).Team, unheard.Except(read.Items)) }
            : after;
    }

    private static ImmutableSortedDictionary<string, int> Placed(DrillState s)
    {
        var at = s.FeedAt;
        for (var place = at.Count; place < s.Feed.Count; place++)
            at = at.SetItem(s.Feed[place].Id, place);
        return at;
    }

    private static DrillState Filed(DrillState s, Scenario scenario, FeedItem item)
    {
        if (item.Inject is { } id && InjectBook.Find(s, scenario, id) is { Attention: "urgent" or "call" } inject)
            foreach (var addressed in scenario.Teams)
                if (Visibility.AddressesTeam(inject.To, addressed.Id))
                    s = s with { Unheard = s.Unheard.SetItem(addressed.Id, s.Unheard.GetValueOrDefault(addressed.Id, DrillState.Names).Add(item.Id)) };
        if (item is not { Seat: { } seat, To: { } to } || BetweenTeams.Addressed(to) is not null)
            return s;
        var team = new Actor(seat).Team;
        return s with { MessagesOf = s.MessagesOf.SetItem(team, s.MessagesOf.GetValueOrDefault(team) + 1), WrittenTo = s.WrittenTo.Add(to).Add(to + " " + team) };
    }

    private static DrillState Launched(DrillState s, Scenario scenario, DrillLaunched x) => s with
    {
        Status = "lobby",
        KeptDue = new(),
        Seed = x.Seed,
        AfterCrash = x.AfterCrash,
        NoController = x.NoController,
        ContentSha256 = x.ContentSha256,
        Alone = x.Alone == true,
        Seats = s.Seats.AddRange(Seating.All(scenario).Select(seat => KeyValuePair.Create(seat.Seat, new SeatState()))),
        Assets = s.Assets.AddRange(scenario.Assets.Select(a => KeyValuePair.Create(a.Id, a.Start))),
        Meters = s.Meters.AddRange(scenario.Meters.Select(m => KeyValuePair.Create(m.Id, new MeterState(m.Start, 0, m.RatePerMinute)))),
    };

    private static DrillState Seat(DrillState s, string seat, Func<SeatState, SeatState> change) =>
        s with { Seats = s.Seats.SetItem(seat, change(s.Seats[seat])) };

    internal static DrillState Acted(DrillState s, string seat, long at) =>
        s.Seats.TryGetValue(seat, out var state) ? s with { Seats = s.Seats.SetItem(seat, state with { LastActAt = at }) } : s;

    internal static DrillState Note(DrillState s, long at, string seat, string what, string id) =>
        s with { ControlLog = s.ControlLog.Add(new ControlAct(at, seat, what, id)) };

    /// <summary>Numbered within the team: a number over all would tell each team how much the others wrote and received.</summary>
    private static string MessageId(DrillState s, string team) => FormattableString.Invariant($"m-{team}-{s.MessagesOf.GetValueOrDefault(team) + 1}");

    private static DrillState Delivered(DrillState s, InjectDelivered x)
    {
        var next = s with
        {
            Injects = s.Injects.SetItem(x.Inject, new InjectState("delivered", null, x.At, x.Variant, x.Seat)),
            Feed = s.Feed.Add(new FeedItem(x.Inject, x.At, x.Inject)),
        };
        return x.Seat == "system" ? next : Note(next, x.At, x.Seat, "fired", x.Inject);
    }

    /// <summary>Back on the clock; one that waited for a condition waits again.</summary>
    private static DrillState Released(DrillState s, InjectReleased x)
    {
        var due = s.Injects[x.Inject].Due;
        return Note(s, x.At, x.Seat, "released", x.Inject) with
        {
            Injects = due is { } at ? s.Injects.SetItem(x.Inject, new InjectState("scheduled", Math.Max(at, x.At))) : s.Injects.Remove(x.Inject),
        };
    }

    private static DrillState Marked(DrillState s, ItemMarked x)
    {
        return !s.FeedAt.TryGetValue(x.Item, out var i) ? s : Acted(s, x.Seat, x.At) with { Feed = s.Feed.SetItem(i, s.Feed[i] with { MarkedBy = s.Feed[i].MarkedBy.Add(new Actor(x.Seat).Team) }) };
    }

    private static int Index(Scenario scenario, string phase)
    {
        for (var i = 0; i < scenario.Phases.Length; i++)
            if (scenario.Phases[i].Id == phase)
                return i;
        return 0;
    }
}
