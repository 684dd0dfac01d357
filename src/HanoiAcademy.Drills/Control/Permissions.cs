using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Control;

/// <summary>Which kind of actor may send what, and when; asked before every command, so that no arm can forget it.</summary>
internal static class Permissions
{
    public static Refusal? Refuse(DrillState state, Command command, Actor actor) => ByRole(state, command, actor) ?? Removal.Refuse(state, command, actor);

    private static Refusal? ByRole(DrillState state, Command command, Actor actor) => command switch
    {
        LaunchDrill or Tick or Recover => actor.IsSystem ? null : new Refusal("not-allowed"),
        StopForRealEvent => null,
        TakeSeat or LeaveSeat => actor.IsControl ? new Refusal("not-allowed") : NotBeforeLaunch(state),
        HandSeatOver => NotBeforeLaunch(state) ?? (actor.IsSystem ? null : actor.IsPlayer ? Player(state, actor) : Director(actor, "director", "lead")),
        SimulateSeat or FreeSeat => actor.IsSystem ? null : Director(actor, "director", "lead"),
        StartExercise or Pause or SetSpeed or EndExercise when state.Alone && actor.IsPlayer => OnlyPlayer(state, actor),
        Pause => actor.IsSystem ? null : Director(actor, "director", "lead", "local", "simcell"),
        Resume when actor.IsPlayer => OnlyPlayer(state, actor),
        StartExercise or Resume or SetSpeed or JumpTo => actor.IsSystem ? null : Director(actor, "director", "lead"),
        // Nobody else ends a drill that its player has forgotten.
        EndExercise when state.Alone && actor.IsSystem => null,
        EndExercise or ReopenExercise => Director(actor, "director"),
        FireInject or HoldBackInject or ReleaseInject or SkipInject or MoveInject or EditInject or WriteInject or CorrectInject => Director(actor, "director", "lead", "local", "simcell"),
        Claim or LeaveClaim => Director(actor, "director", "lead", "local", "simcell") ?? NotBeforeLaunch(state),
        ReplyToMessage or SetAsideMessage => Director(actor, "director", "lead", "local", "simcell"),
        WriteNote => Director(actor, "director", "lead", "local", "simcell", "evaluator") ?? NotBeforeLaunch(state),
        // Everybody may, teams that were taken out too: what hindered them is worth hearing.
        NoteHotWash or WithdrawHotWashNote => (actor.IsControl ? Director(actor, "director", "lead", "local", "simcell", "evaluator") : Player(state, actor)) ?? (state.Status == "ended" ? null : new Refusal("not-ended")),
        // Neither is ever taken back; a lead controller is not to have to answer for it.
        VoidScore => Director(actor, "director") ?? (state.Started ? null : Standing(state)),
        RemoveTeam => Director(actor, "director") ?? NotAfterEnd(state),
        SetSharing or SetReplaySharing => actor.IsSystem ? null : Director(actor, "director", "lead"),
        // All teams are asked, and before the exercise: once it runs nobody is taken from it to test his link.
        CallRoll => Director(actor, "director", "lead") ?? NotAfterEnd(state) ?? (state.Started ? new Refusal("already-running") : null),
        ReportLink => Player(state, actor) ?? NotAfterEnd(state),
        Broadcast => Director(actor, "director", "lead") ?? NotAfterEnd(state),
        TypeInResults => Director(actor, "director", "lead", "local") ?? (state.Started ? null : Standing(state)),
        // A local controller has one team; a plan moves against all.
        HoldPlan or ResumePlan or HandOverPlan => Director(actor, "director", "lead", "simcell") ?? (state.Status is "lobby" or "running" or "paused" or "stopped" ? null : Standing(state)),
        SkipStep or FireStep => Director(actor, "director", "lead", "simcell") ?? (state.Status is "running" or "paused" ? null : Standing(state)),
        MarkObjective => Director(actor, "director", "lead", "evaluator") ?? (state.Started ? null : Standing(state)),
        // What teams do before StartEx nobody expects of them yet.
        MarkExpected => Director(actor, "director", "lead", "local", "simcell", "evaluator") ?? (state.Started ? null : Standing(state)),
        // A hot wash asks after EndEx.
        AnswerQuestionnaire => Player(state, actor) ?? (state.Status is "running" or "paused" or "ended" ? null : Standing(state)),
        SetReady => Player(state, actor),
        MarkRead => actor.IsControl ? null : Player(state, actor),
        // People talk before StartEx, while the clock stands, and at the hot wash.
        MarkForDebrief or SendChat => Player(state, actor),
        // While paused one reads and drafts; what reaches others or moves the world waits.
        DraftRequest or EditRequest or TakeUpDraft or KeepDraft or LetGoOfDraft or AuthoriseRequest or SendBackDraft => Player(state, actor) ?? (state.Status is "running" or "paused" ? null : Standing(state)),
        _ => Player(state, actor) ?? (state.IsRunning ? null : Standing(state)),
    };

    private static Refusal? NotBeforeLaunch(DrillState state) => state.Status == "none" ? new Refusal("not-launched") : null;

    private static Refusal? NotAfterEnd(DrillState state) => state.Status is "none" or "ended" ? Standing(state) : null;

    private static Refusal Standing(DrillState state) => new(state.Status switch
    {
        "lobby" => "not-started",
        "paused" => "paused",
        "stopped" => "stopped",
        "ended" => "drill-ended",
        _ => "not-launched",
    });

    private static Refusal? Director(Actor actor, params string[] roles) =>
        actor.IsControl && roles.Contains(actor.Role) ? null : new Refusal("not-allowed");

    private static Refusal? Player(DrillState state, Actor actor) =>
        !actor.IsPlayer || !state.Seats.TryGetValue(actor.Id, out var seat) ? new Refusal("not-your-seat")
        : seat.Holder == (actor.Simulated ? "simulated" : "person") ? null
        : new Refusal("not-your-seat");

    /// <summary>The only person in a drill may resume it after a crash, when nobody else is there to do it; and steers it when it is played alone.</summary>
    private static Refusal? OnlyPlayer(DrillState state, Actor actor) =>
        Player(state, actor) ?? (!actor.Simulated && (state.Alone || state.Why == "recovered") && state.Seats.Values.Count(s => s.Holder == "person") == 1 ? null : new Refusal("not-allowed"));
}
