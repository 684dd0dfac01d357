using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Tests.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>
/// Who may send what, and when: the table, apart from the code that decides it. S system, D director, L lead controller, C simulation cell,
/// E evaluator, O observer, P a person in a seat, M a simulated player in a seat. When: n before launch, l lobby, r running, p paused, s stopped, e ended.
/// This is only the gate; what stands behind it may still refuse.
/// </summary>
public sealed class PermissionTests
{
    private const string Everyone = "SDLCEOPM";
    private const string Always = "nlrpse";
    private const string Launched = "lrpse";

    private static readonly Dictionary<string, (string Who, string When)> Table = new()
    {
        ["launch-drill"] = ("S", Always),
        ["tick"] = ("S", Always),
        ["recover"] = ("S", Always),
        ["take-seat"] = ("SPM", Launched),
        ["leave-seat"] = ("SPM", Launched),
        ["simulate-seat"] = ("SDL", Always),
        ["free-seat"] = ("SDL", Always),
        ["hand-seat-over"] = ("SDLPM", Launched),
        ["set-ready"] = ("PM", Launched),
        ["start-exercise"] = ("SDL", Always),
        ["pause"] = ("SDLC", Always),
        ["resume"] = ("SDL", Always),
        ["jump-to"] = ("SDL", Always),
        ["set-speed"] = ("SDL", Always),
        ["stop-for-real-event"] = (Everyone, Always),
        ["end-exercise"] = ("D", Always),
        ["reopen-exercise"] = ("D", Always),
        ["call-roll"] = ("DL", "l"),
        ["report-link"] = ("PM", "lrps"),
        ["broadcast"] = ("DL", "lrps"),
        ["type-in-results"] = ("DL", "rpse"),
        ["fire-inject"] = ("DLC", Always),
        ["hold-back-inject"] = ("DLC", Always),
        ["release-inject"] = ("DLC", Always),
        ["skip-inject"] = ("DLC", Always),
        ["move-inject"] = ("DLC", Always),
        ["edit-inject"] = ("DLC", Always),
        ["write-inject"] = ("DLC", Always),
        ["correct-inject"] = ("DLC", Always),
        ["claim"] = ("DLC", Launched),
        ["leave-claim"] = ("DLC", Launched),
        ["reply-to-message"] = ("DLC", Always),
        ["set-aside-message"] = ("DLC", Always),
        ["write-note"] = ("DLCE", Launched),
        ["note-hot-wash"] = ("DLCEPM", "e"),
        ["withdraw-hot-wash-note"] = ("DLCEPM", "e"),
        ["set-sharing"] = ("SDL", Always),
        ["set-replay-sharing"] = ("SDL", Always),
        ["void-score"] = ("D", "rpse"),
        ["remove-team"] = ("D", "lrps"),
        ["hold-plan"] = ("DLC", "lrps"),
        ["resume-plan"] = ("DLC", "lrps"),
        ["hand-over-plan"] = ("DLC", "lrps"),
        ["skip-step"] = ("DLC", "rp"),
        ["fire-step"] = ("DLC", "rp"),
        ["mark-read"] = ("DLCEOPM", Always),
        ["mark-for-debrief"] = ("PM", Launched),
        ["send-message"] = ("PM", "r"),
        ["send-chat"] = ("PM", Launched),
        ["start-action"] = ("PM", "r"),
        ["cancel-action"] = ("PM", "r"),
        ["decide"] = ("PM", "r"),
        ["answer-questionnaire"] = ("PM", "rpe"),
        ["mark-objective"] = ("DLE", "rpse"),
        ["mark-expected"] = ("DLCE", "rpse"),
        ["collect-evidence"] = ("PM", "r"),
        ["identify-evidence"] = ("PM", "r"),
        ["acquire-evidence"] = ("PM", "r"),
        ["preserve-evidence"] = ("PM", "r"),
        ["hand-over-evidence"] = ("PM", "r"),
        ["give-receipt"] = ("PM", "r"),
        ["file-record"] = ("PM", "r"),
        ["draft-request"] = ("PM", "rp"),
        ["edit-request"] = ("PM", "rp"),
        ["take-up-draft"] = ("PM", "rp"),
        ["keep-draft"] = ("PM", "rp"),
        ["let-go-of-draft"] = ("PM", "rp"),
        ["authorise-request"] = ("PM", "rp"),
        ["send-back-draft"] = ("PM", "rp"),
        ["send-request"] = ("PM", "r"),
        ["acknowledge-request"] = ("PM", "r"),
        ["verify-request"] = ("PM", "r"),
        ["answer-request"] = ("PM", "r"),
        ["supplement-request"] = ("PM", "r"),
        ["accept-conditions"] = ("PM", "r"),
        ["extend-request"] = ("PM", "r"),
        ["ask-progress"] = ("PM", "r"),
        ["withdraw-request"] = ("PM", "r"),
        ["narrow-request"] = ("PM", "r"),
        ["warn-sender"] = ("PM", "r"),
        ["go-on-nevertheless"] = ("PM", "r"),
        ["ask-other-use"] = ("PM", "r"),
        ["answer-other-use"] = ("PM", "r"),
        ["tell-progress"] = ("PM", "r"),
        ["confirm-in-writing"] = ("PM", "r"),
        ["set-register-date"] = ("PM", "r"),
        ["send-request-evidence"] = ("PM", "r"),
        ["lift-hold"] = ("PM", "r"),
        ["warn-true-authority"] = ("PM", "r"),
        ["close-request"] = ("PM", "r"),
    };

    private static readonly Dictionary<char, Actor> Actors = new()
    {
        ['S'] = Actor.System,
        ['D'] = Actor.Director,
        ['L'] = new Actor("control.lead.1"),
        ['C'] = new Actor("control.simcell.1"),
        ['E'] = new Actor("control.evaluator.1"),
        ['O'] = new Actor("control.observer.1"),
        ['P'] = new Actor("bank.fraud.1"),
        ['M'] = new Actor("desk.officer.1", Simulated: true),
    };

    public static TheoryData<string> Kinds => [.. WireKinds.Of(typeof(Command)).Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_command_is_open_to_whom_the_table_says_and_no_one_else(string kind)
    {
        if (!Table.TryGetValue(kind, out var row))
            Assert.Fail($"The command {kind} has no row in the table of permissions: say here who may send it and when, and let Permissions.Refuse say the same.");
        var command = (Command)Client.SampleOf.Full(WireKinds.Of(typeof(Command)).Single(k => k.Name == kind).Type);

        foreach (var (when, state) in States())
            foreach (var (who, actor) in Actors)
            {
                // Before launch there is no seat to act from. That one who is alone may resume has a test of its own.
                var seated = when != 'n' || who is not ('P' or 'M') || kind == "stop-for-real-event";
                var may = seated && row.Who.Contains(who) && row.When.Contains(when);
                (Permissions.Refuse(state, command, actor) is null).ShouldBe(may, $"{actor.Id} sends {kind} while {state.Status}");
            }
    }

    [Fact]
    public void No_row_stands_for_a_command_that_is_gone() => Table.Keys.Except(Kinds.Select(k => k.Data)).ShouldBeEmpty();

    [Fact]
    public void A_seat_acts_only_through_whoever_holds_it()
    {
        var state = States()['r'];
        foreach (var (actor, may) in new[] { (new Actor("bank.fraud.1"), true), (new Actor("bank.fraud.1", Simulated: true), false), (new Actor("desk.officer.1"), false), (new Actor("desk.officer.1", true), true), (new Actor("police.investigator.1"), false), (new Actor("bank.fraud.2"), false), (new Actor(""), false), (new Actor("..."), false) })
            (Permissions.Refuse(state, new StartAction("stop-payment"), actor) is null).ShouldBe(may, actor.ToString());
    }

    [Fact]
    public void The_only_person_in_a_drill_may_resume_it_after_a_crash_and_not_otherwise()
    {
        var alone = States()['p'] with { Why = "recovered" };
        Permissions.Refuse(alone, new Resume(), new Actor("bank.fraud.1")).ShouldBeNull();
        Permissions.Refuse(alone, new Resume(), new Actor("desk.officer.1", Simulated: true)).ShouldNotBeNull("a simulated player does not decide that");
        Permissions.Refuse(alone with { Why = "control" }, new Resume(), new Actor("bank.fraud.1")).ShouldNotBeNull();

        var two = alone with { Seats = alone.Seats.SetItem("police.investigator.1", new SeatState("person")) };
        Permissions.Refuse(two, new Resume(), new Actor("bank.fraud.1")).ShouldNotBeNull();
    }

    /// <summary>A drill in each standing: a person in the bank's seat, a simulated player in the desk's, the others free.</summary>
    private static Dictionary<char, DrillState> States()
    {
        var lobby = new Play(World).Send(Actor.System, new TakeSeat("bank.fraud.1")).Send(Actor.System, new SimulateSeat("desk.officer.1"));
        var running = lobby.State with { Status = "running", Started = true };
        return new()
        {
            ['n'] = DrillState.Empty,
            ['l'] = lobby.State,
            ['r'] = running,
            ['p'] = running with { Status = "paused", Why = "control" },
            ['s'] = running with { Status = "stopped" },
            ['e'] = running with { Status = "ended" },
        };
    }
}
