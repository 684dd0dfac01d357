using System.Collections.Immutable;
using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Adversary;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Debrief;
using HanoiAcademy.Drills.Deciding;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Evidence;
using HanoiAcademy.Drills.Exercises;
using HanoiAcademy.Drills.Forms;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills;

/// <summary>What a command came to: the events to append, in order, or why not. Never both.</summary>
public sealed record Decided(ImmutableArray<DrillEvent> Events, Refusal? Refusal);

/// <summary>The rules of a drill. Nothing here reads a clock, makes an id or draws luck that is not keyed.</summary>
public static partial class Drill
{
    /// <summary>
    /// Decides a command at drill ms <paramref name="at"/> (not before the state's own; while the drill does not run, the state's own). What is due by then happens first, at its own time.
    /// A command that changes nothing is accepted with no events; it needs no row.
    /// </summary>
    public static Decided Decide(DrillState state, Scenario scenario, Command command, Actor actor, long at)
    {
        // Drill time runs from StartEx and stands still while paused: what is sent meanwhile happens at the moment it stands at.
        var turn = new Turn(state, scenario, state.IsRunning ? Math.Max(at, state.At) : state.At);
        if (Permissions.Refuse(state, command, actor) is { } not)
            return new Decided([], not);
        // With no room left for what the command itself brings, it waits for a tick as well: else it would be accepted and do nothing.
        if (state.IsRunning && command is not Tick && !(Time.Advance(turn, turn.At) && turn.HasRoomForMore))
            return new Decided([], new Refusal("catching-up"));
        // What was due may have ended the drill, or freed the seat: nothing is done after EndEx because it was sent before it.
        if (turn.Count > 0 && Permissions.Refuse(turn.State, command, actor) is { } late)
            return new Decided([], late);
        var before = turn.Count;
        if (Decide(turn, command, actor) is { } refusal)
            return new Decided([], refusal);
        if (turn.Count == before && command is not Tick)
            return new Decided([], null);
        Consequences.Follow(turn);
        if (turn.State.IsRunning)
            Time.Advance(turn, turn.At);
        return new Decided(turn.Events, null);
    }

    /// <summary>Drill ms of the next thing that waits for the clock; null while it stands.</summary>
    public static long? NextDue(DrillState state, Scenario scenario) =>
        state.IsRunning && DueItems.Next(state, scenario) is { } next ? Math.Max(next.At, state.At) : null;

    /// <summary>The state that rows of events lead to, each row's events in order.</summary>
    public static DrillState Replay(Scenario scenario, IEnumerable<ImmutableArray<DrillEvent>> rows) =>
        rows.SelectMany(r => r).Aggregate(DrillState.Empty, (s, e) => Evolve(s, scenario, e));

    private static Refusal? Decide(Turn turn, Command command, Actor actor) => command switch
    {
        LaunchDrill c => StartAndEnd.Launch(turn, c),
        Tick => Time.Tick(turn, turn.At),
        Recover => RunningState.Recover(turn, actor),
        TakeSeat c => Seating.Take(turn, c.Seat, actor),
        LeaveSeat c => Seating.Leave(turn, c.Seat, actor),
        SimulateSeat c => Seating.Simulate(turn, c),
        FreeSeat c => Seating.Free(turn, c.Seat),
        HandSeatOver c => Seating.HandOver(turn, c, actor),
        SetReady c => Seating.Ready(turn, c, actor),
        StartExercise => StartAndEnd.Start(turn),
        Pause => RunningState.Pause(turn, actor),
        Resume => RunningState.Resume(turn, actor),
        SetSpeed c => RunningState.SetSpeed(turn, c, actor),
        JumpTo c => RunningState.Jump(turn, c, actor),
        StopForRealEvent => RunningState.Stop(turn, actor),
        EndExercise => StartAndEnd.End(turn, actor),
        ReopenExercise => StartAndEnd.Reopen(turn, actor),
        CallRoll => RollCall.Call(turn, actor),
        ReportLink c => RollCall.Report(turn, c, actor),
        Broadcast c => Broadcasts.Send(turn, c, actor),
        TypeInResults c => Paper.TypeIn(turn, c, actor),
        FireInject c => InjectFlow.Fire(turn, c.Inject, actor),
        HoldBackInject c => InjectFlow.HoldBack(turn, c.Inject, actor),
        ReleaseInject c => InjectFlow.Release(turn, c.Inject, actor),
        SkipInject c => InjectFlow.Skip(turn, c.Inject, actor),
        MoveInject c => InjectSteering.Move(turn, c, actor),
        EditInject c => InjectSteering.Edit(turn, c, actor),
        WriteInject c => InjectSteering.Write(turn, c, actor),
        CorrectInject c => InjectSteering.Correct(turn, c, actor),
        Claim c => Claims.Claim(turn, c, actor),
        LeaveClaim c => Claims.Leave(turn, c, actor),
        ReplyToMessage c => Strip.Reply(turn, c, actor),
        SetAsideMessage c => Strip.SetAside(turn, c, actor),
        WriteNote c => Notes.Write(turn, c, actor),
        NoteHotWash c => HotWash.Note(turn, c, actor),
        WithdrawHotWashNote c => HotWash.Withdraw(turn, c, actor),
        SetSharing c => Sharing.Set(turn, c, actor),
        SetReplaySharing c => ReplaySharing.Set(turn, c, actor),
        HoldPlan c => PlanSteering.Hold(turn, c.Plan, actor),
        ResumePlan c => PlanSteering.Resume(turn, c.Plan, actor),
        HandOverPlan c => PlanSteering.HandOver(turn, c, actor),
        SkipStep c => PlanSteering.Skip(turn, c.Step, actor),
        FireStep c => PlanSteering.Fire(turn, c.Step, actor),
        MarkRead c => Correspondence.Read(turn, c, actor),
        MarkForDebrief c => Correspondence.Mark(turn, c, actor),
        SendMessage c => Correspondence.Send(turn, c, actor),
        SendChat c => TeamChat.Send(turn, c, actor),
        StartAction c => ActionRuns.Start(turn, c, actor),
        CancelAction c => ActionRuns.Cancel(turn, c.Action, actor),
        Commands.Decide c => Decisions.Take(turn, c, actor),
        AnswerQuestionnaire c => Questionnaires.Answer(turn, c, actor),
        MarkObjective c => Marks.Mark(turn, c, actor),
        MarkExpected c => Observations.Mark(turn, c, actor),
        VoidScore c => Voiding.Void(turn, c, actor),
        RemoveTeam c => Removal.Remove(turn, c, actor),
        CollectEvidence c => Locker.Collect(turn, c, actor),
        IdentifyEvidence c => Locker.Identify(turn, c, actor),
        AcquireEvidence c => Locker.Acquire(turn, c, actor),
        PreserveEvidence c => Locker.Preserve(turn, c, actor),
        HandOverEvidence c => HandOvers.HandOver(turn, c, actor),
        GiveReceipt c => HandOvers.Receipt(turn, c, actor),
        FileRecord c => Courts.File(turn, c, actor),
        DraftRequest c => Drafting.Draft(turn, c, actor),
        EditRequest c => Drafting.Edit(turn, c, actor),
        TakeUpDraft c => Pens.TakeUp(turn, c.Request, actor),
        KeepDraft c => Pens.Keep(turn, c.Request, actor),
        LetGoOfDraft c => Pens.LetGo(turn, c.Request, actor),
        AuthoriseRequest c => Drafting.Authorise(turn, c, actor),
        SendBackDraft c => Drafting.SendBack(turn, c, actor),
        SendRequest c => Drafting.Send(turn, c, actor),
        AcknowledgeRequest c => Answering.Acknowledge(turn, c, actor),
        VerifyRequest c => Answering.Verify(turn, c, actor),
        AnswerRequest c => Answering.Answer(turn, c, actor),
        SupplementRequest c => FollowUps.Supplement(turn, c, actor),
        AcceptConditions c => FollowUps.AcceptConditions(turn, c.Request, actor),
        ExtendRequest c => FollowUps.Extend(turn, c, actor),
        AskProgress c => FollowUps.AskProgress(turn, c.Request, actor),
        WithdrawRequest c => FollowUps.Withdraw(turn, c, actor),
        NarrowRequest c => Narrowing.Narrow(turn, c, actor),
        WarnSender c => Warnings.Warn(turn, c, actor),
        GoOnNevertheless c => Warnings.GoOn(turn, c.Request, actor),
        AskOtherUse c => OtherUse.Ask(turn, c, actor),
        AnswerOtherUse c => OtherUse.Answer(turn, c, actor),
        TellProgress c => Progress.Tell(turn, c, actor),
        ConfirmInWriting c => Drafting.Confirm(turn, c.Request, actor),
        SetRegisterDate c => Register.SetDate(turn, c, actor),
        SendRequestEvidence c => FollowUps.SendEvidence(turn, c, actor),
        LiftHold c => Lifting.Lift(turn, c, actor),
        WarnTrueAuthority c => Register.WarnTrueAuthority(turn, c, actor),
        CloseRequest c => FollowUps.Close(turn, c.Request, actor),
        _ => new Refusal("unknown-command"),
    };
}
