using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Forms of actions, what actions cost, how long they rest, and questionnaires.</summary>
public sealed class FormTests
{
    private static readonly InputField[] FormFields =
    [
        new() { Id = "account", Name = En("Account"), Kind = "identifier", Required = true, Right = ["KV-77 12"] },
        new() { Id = "amount", Name = En("Amount"), Kind = "number", Min = 1, Max = 1_000, Right = ["420"] },
        new() { Id = "how", Name = En("How"), Kind = "choice", Choices = [new("call", En("By telephone")), new("mail", En("By mail"))] },
        new() { Id = "since", Name = En("Since"), Kind = "time", Right = ["2027-03-02T06:00:00Z"] },
        new() { Id = "why", Name = En("Why"), Max = 20 },
    ];

    private static readonly ActionDefinition Report = new() { Id = "report", Name = En("Report"), By = ["bank.fraud"], DurationMs = Minute, Repeat = true, Fields = [.. FormFields] };

    private static Scenario With(ActionDefinition action, params Objective[] objectives) => World with { Actions = [action], Objectives = [.. objectives], Penalties = [], Injects = [] };

    private static StartAction Filled(params (string, string)[] answers) => new("report", Fields(answers));

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Fields(params (string, string)[] answers) => Small.Fields(answers);

    [Fact]
    public void What_is_filled_in_stands_in_the_event_and_is_read_by_the_team_and_by_control()
    {
        var play = Play.Started(With(Report)).Send("bank.fraud.1", Filled(("account", "KV-7712"), ("how", "call"), ("since", "2027-03-02T13:00:00+07:00"))).Until(2 * Minute);

        play.Events.OfType<ActionStarted>().Single().Answers!["account"].ShouldBe("KV-7712");
        play.Record<ActionView>("bank.fraud", "action:report").Answers!["how"].ShouldBe("call");
        var control = (ActionView)View.Of(play.State, play.Scenario, Audience.Control("en"))["action:report"];
        (control.Answers!["account"], control.CanDo, control.Fields!.Value.Length).ShouldBe(("KV-7712", false, 5));
        play.SeenBy("desk.officer").ShouldNotContainKey("action:report");
        DrillJsonText(play.Record<ActionView>("bank.fraud", "action:report")).ShouldNotContain("420", Case.Sensitive, "what is right is not sent");
    }

    [Theory]
    [InlineData("account", "KV 7712", "bad-field")]
    [InlineData("account", " ", "field-missing")]
    [InlineData("amount", "4.2", "bad-field")]
    [InlineData("amount", "1001", "bad-field")]
    [InlineData("how", "fax", "bad-field")]
    [InlineData("since", "2027-03-02T06:00:00", "bad-field")]
    [InlineData("why", "because it has more than twenty letters", "bad-field")]
    [InlineData("colour", "red", "no-such-field")]
    public void What_does_not_fit_the_form_is_refused(string field, string answer, string code) =>
        Play.Started(With(Report)).Refused("bank.fraud.1", new StartAction("report", Fields(("account", "a1")).SetItem(field, answer))).ShouldBe(code);

    [Theory]
    [InlineData("account", "kv-77/12", true)]
    [InlineData("account", "KV-7713", false)]
    [InlineData("amount", "0420", true)]
    [InlineData("amount", "42", false)]
    [InlineData("since", "2027-03-02T13:00:00+07:00", true)]
    [InlineData("since", "2027-03-02T13:00:00Z", false)]
    public void A_condition_asks_whether_the_answer_is_right(string field, string answer, bool right)
    {
        var objective = new Objective { Id = "right", Team = "bank", Name = En("Right"), Points = 10, When = new AnswerIs("report", field) };
        var play = Play.Started(With(Report, objective)).Send("bank.fraud.1", new StartAction("report", Fields(("account", "a1")).SetItem(field, answer)));

        play.Events.Any(e => e is ObjectiveWon).ShouldBe(right);
    }

    [Fact]
    public void A_cost_is_taken_at_the_start_and_what_cannot_be_paid_does_not_start()
    {
        var dear = Report with { Fields = [], Costs = [new ActionCost("reachable", 600)], DurationMs = 0 };
        var play = Play.Started(With(dear)).Send("bank.fraud.1", new StartAction("report"));

        play.State.Meters["reachable"].Value.ShouldBe(400);
        play.Record<ActionView>("bank.fraud", "action:report").State.ShouldBe("blocked");
        play.Record<ActionView>("bank.fraud", "action:report").Costs!.Value.Single().ShouldBe(new CostView("reachable", "Reachable", 600));
        play.Refused("bank.fraud.1", new StartAction("report")).ShouldBe("too-dear");
    }

    [Fact]
    public void A_meter_that_the_doer_does_not_see_betrays_nothing_by_its_price()
    {
        var dear = Report with { Fields = [], By = ["desk.officer"], Costs = [new ActionCost("reachable", 600)], DurationMs = 0 };
        var play = Play.Started(With(dear)).Send("desk.officer.1", new StartAction("report")).Send("desk.officer.1", new StartAction("report"));

        play.State.Meters["reachable"].Value.ShouldBe(0);
        play.Record<ActionView>("desk.officer", "action:report").Costs!.Value.ShouldBeEmpty();
    }

    [Fact]
    public void An_action_rests_after_its_end_and_then_its_row_opens_by_itself()
    {
        var play = Play.Started(With(Report with { Fields = [], CooldownMs = 5 * Minute })).Send("bank.fraud.1", new StartAction("report")).Until(3 * Minute);

        play.Record<ActionView>("bank.fraud", "action:report").ShouldSatisfyAllConditions(a => a.State.ShouldBe("blocked"), a => a.ReadyAt.ShouldBe(6 * Minute), a => a.CanDo.ShouldBeFalse());
        play.Refused("bank.fraud.1", new StartAction("report")).ShouldBe("cooling-down");
        Drill.NextDue(play.State, play.Scenario).ShouldBe(5 * Minute, "the decision of the small drill");
        play.Until(6 * Minute).Record<ActionView>("bank.fraud", "action:report").State.ShouldBe("ready");
        play.Send("bank.fraud.1", new StartAction("report"));
    }

    [Fact]
    public void A_questionnaire_is_answered_by_each_seat_for_itself_and_read_by_control_and_the_report()
    {
        var asked = new Questionnaire { Id = "pulse", Title = En("Pulse"), For = ["bank", "desk.officer"], At = 10 * Minute, Fields = [new InputField { Id = "pace", Name = En("Pace"), Kind = "scale", Min = 1, Max = 5, Required = true }] };
        var play = Play.Started(World with { Questionnaires = [asked] });
        play.Refused("bank.fraud.1", new AnswerQuestionnaire("pulse", Fields(("pace", "3")))).ShouldBe("no-such-questionnaire");

        play.Until(10 * Minute).Send("bank.fraud.1", new AnswerQuestionnaire("pulse", Fields(("pace", "3")))).Send("desk.officer.1", new AnswerQuestionnaire("pulse", Fields(("pace", "1"))))
            .Send("bank.fraud.1", new AnswerQuestionnaire("pulse", Fields(("pace", "4"))));
        play.Refused("bank.fraud.1", new AnswerQuestionnaire("pulse", Fields(("pace", "6")))).ShouldBe("bad-field");
        play.Refused("police.investigator.1", new AnswerQuestionnaire("pulse", Fields(("pace", "3")))).ShouldBe("no-such-questionnaire");

        Own(play, "bank.fraud.1").Answers!["pace"].ShouldBe("4");
        View.Of(play.State, play.Scenario, Audience.OfSeat("police.investigator.1", "en")).ShouldNotContainKey("questionnaire:pulse");
        ((QuestionnaireView)View.Of(play.State, play.Scenario, Audience.Control("en"))["questionnaire:pulse"]).Given!.Value.Length.ShouldBe(2);
        HanoiAcademy.Drills.Reports.Report.Of(play.Scenario, play.Rows, "en").Questionnaires.Single().Given.Single(g => g.Seat == "bank.fraud.1").Answers.ShouldBe([new AnswerReport("Pace", "4")]);
    }

    [Fact]
    public void A_hot_wash_opens_at_EndEx_and_is_answered_after_it()
    {
        var asked = new Questionnaire { Id = "hot-wash", Title = En("Hot wash"), For = ["all"], AtEnd = true, Fields = [new InputField { Id = "best", Name = En("What went best?") }] };
        var play = Play.Started(World with { Questionnaires = [asked] }).Send(Actor.Director, new EndExercise());

        play.Send("bank.fraud.1", new AnswerQuestionnaire("hot-wash", Fields(("best", "The call.")))).State.Status.ShouldBe("ended");
        Own(play, "bank.fraud.1").Answers!["best"].ShouldBe("The call.");
    }

    private static QuestionnaireView Own(Play play, string seat) => (QuestionnaireView)View.Of(play.State, play.Scenario, Audience.OfSeat(seat, "en")).First(x => x.Value is QuestionnaireView).Value;

    private static string DrillJsonText(ViewRecord record) => System.Text.Encoding.UTF8.GetString(HanoiAcademy.Drills.Wire.DrillJson.ToBytes(record));
}
