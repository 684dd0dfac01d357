using System.Text;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What teams see of each other: nothing while it runs, and after EndEx as far as control shares.</summary>
public sealed class SharingTests
{
    public static TheoryData<string> Words => [.. HanoiAcademy.Drills.Control.Sharing.Words];

    [Theory]
    [MemberData(nameof(Words))]
    public void Before_EndEx_nothing_of_another_team_is_seen_whatever_was_chosen(string sharing)
    {
        var plain = Eventful();
        var chosen = Eventful().Send(Actor.Director, new SetSharing(sharing));
        foreach (var audience in View.Roles(World, "en"))
            Json(View.Of(chosen.State, World, audience).Values).ShouldBe(Json(View.Of(plain.State, World, audience).Values), audience.ToString());

        foreach (var team in World.Teams)
        {
            var report = Report.Of(World, chosen.Rows, "en", team.Id);
            report.Teams.Select(t => t.Team).ShouldBe([team.Id]);
            report.Evidence.Where(e => e.Team != team.Id).ShouldBeEmpty();
            report.Control.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("own", "bank", 1)]
    [InlineData("scores", "bank,desk,kivara,police", 1)]
    [InlineData("all", "bank,desk,kivara,police", 4)]
    public void After_EndEx_a_team_sees_of_the_others_what_control_shares(string sharing, string scores, int whole)
    {
        var play = Eventful().Send(Actor.Director, new SetSharing(sharing)).Send(Actor.Director, new EndExercise());

        var seen = play.SeenBy("bank.fraud");
        seen.Values.OfType<ScoreView>().Select(s => s.Team).ShouldBe(scores.Split(','), ignoreOrder: true);
        seen.Values.OfType<ObjectiveView>().Select(o => o.Team).Distinct().ShouldBe(whole == 1 ? ["bank"] : ["bank", "desk"], ignoreOrder: true);
        var report = Report.Of(World, play.Rows, "en", "bank");
        report.Teams.Select(t => t.Team).ShouldBe(scores.Split(','), ignoreOrder: true);
        report.Teams.Count(t => t.Team == "desk" && t.Objectives.Length > 0).ShouldBe(whole == 1 ? 0 : 1);
        report.Requests.Length.ShouldBe(whole == 1 ? 0 : 1, "the bank has no part in it");
        report.Control.IsEmpty.ShouldBe(whole == 1);
    }

    [Fact]
    public void Control_may_share_more_when_the_hot_wash_comes_to_it_and_less_again()
    {
        var play = Eventful().Send(Actor.Director, new EndExercise());
        play.SeenBy("bank.fraud").ShouldNotContainKey("score:desk");

        play.Send(new Actor("control.lead.1"), new SetSharing("all")).SeenBy("bank.fraud").ShouldContainKey("objective:asked");
        play.Send(Actor.Director, new SetSharing("own")).SeenBy("bank.fraud").ShouldNotContainKey("objective:asked");
        play.State.ControlLog.Last().What.ShouldBe("sharing-set");
        play.Refused(Actor.Director, new SetSharing("everything")).ShouldBe("bad-choice");
        play.Refused(new Actor("control.simcell.1"), new SetSharing("all")).ShouldBe("not-allowed");
        play.Refused("bank.fraud.1", new SetSharing("all")).ShouldBe("not-allowed");
    }

    [Fact]
    public void Each_side_of_a_request_keeps_its_own_counsel_in_its_own_report()
    {
        var play = Eventful().Send(Actor.Director, new EndExercise());

        var sender = Report.Of(World, play.Rows, "en", "desk").Requests.Single();
        sender.Line.Select(l => l.What).ShouldNotContain("not-authentic");
        (sender.Receiver, sender.AnswerFitted, sender.Status).ShouldBe((null, null, "acknowledged"));
        var receiver = Report.Of(World, play.Rows, "en", "kivara").Requests.Single();
        receiver.Line.Select(l => l.What).ShouldNotContain("authorised");
        (receiver.Sender, receiver.Model).ShouldBe((null, null));
        receiver.FirstMistakes.ShouldBeEmpty();
        Report.Of(World, play.Rows, "en").Requests.Single().Line.Select(l => l.What).ShouldBe(["draft", "authorised", "sent", "acknowledged", "not-authentic"]);
    }

    [Fact]
    public void A_local_controller_sees_his_own_team_and_nothing_that_is_another_s()
    {
        var play = Eventful().Send("desk.officer.1", new SendMessage("control", "Is this real?")).Send(new Actor("control.evaluator.1"), new WriteNote("n-1", "desk", "Slow."));
        var seen = View.Of(play.State, World, Audience.OfLocal("bank", "en"));

        seen.Values.OfType<TileView>().Select(t => t.Team).ShouldBe(["bank"]);
        seen.Values.OfType<PlanView>().Select(p => p.Inject).ShouldBe(["by-hand", "first", "low"], ignoreOrder: true);
        seen.Values.OfType<ObjectiveView>().Select(o => o.Team).Distinct().ShouldBe(["bank"]);
        foreach (var kind in new[] { "request:", "waiting:", "note:", "adversary:", "step:" })
            seen.Keys.ShouldNotContain(k => k.StartsWith(kind, StringComparison.Ordinal), kind);
        var text = Json(seen.Values);
        text.ShouldNotContain("Is this real?");
        text.ShouldNotContain("Body of second");
        View.Of(play.State, World, Audience.OfLocal("desk", "en")).Keys.ShouldContain("waiting:m-desk-1");
        View.Of(play.State, World, Audience.OfLocal("nobody", "en")).ShouldBeEmpty();
    }

    /// <summary>A bank that acts, a desk that writes to Kivara, and Kivara that does not believe it.</summary>
    private static Play Eventful() => Play.Started(World)
        .Send("bank.fraud.1", new StartAction("stop-payment"))
        .Send("bank.fraud.1", new Decide("tell", "yes", "They must know."), 6 * Minute)
        .Send("desk.officer.1", new DraftRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7")))
        .Send("desk.officer.1", new AuthoriseRequest("r", 1))
        .Send("desk.officer.1", new SendRequest("r"))
        .Send("kivara.officer.1", new AcknowledgeRequest("r", "KV-1"), 7 * Minute)
        .Send("kivara.officer.1", new VerifyRequest("r", false, "none"), 8 * Minute)
        .Until(12 * Minute);

    private static string Json(IEnumerable<ViewRecord> records) => Encoding.UTF8.GetString(DrillJson.ToBytes(records.ToArray()));
}
