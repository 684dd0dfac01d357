using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What one team writes to another.</summary>
public sealed class BetweenTeamsTests
{
    [Fact]
    public void A_message_to_another_team_comes_into_its_feed_as_mail_and_can_be_answered()
    {
        var play = Play.Started(World).Until(5 * Minute).Send("bank.fraud.1", new SendMessage("team:desk", "Have you rung Kivara?"));

        var got = play.Record<FeedView>("desk.officer", "feed:t-bank-desk-1");
        (got.Channel, got.Attention, got.Own, got.FromContact, got.BySeat, got.Text).ShouldBe(("mail", "normal", false, "team:bank", "bank.fraud.1", "Have you rung Kivara?"));
        var sent = play.Record<FeedView>("bank.fraud", "feed:t-bank-desk-1");
        (sent.Own, sent.Attention, sent.FromContact).ShouldBe((true, "quiet", "team:desk"));

        play.Send("desk.officer.1", new SendMessage(got.FromContact!, "An hour ago.", About: got.Id));
        play.Record<FeedView>("bank.fraud", "feed:t-desk-bank-1").ReplyTo.ShouldBe("t-bank-desk-1");
        play.SeenBy("police.investigator").Keys.ShouldNotContain(key => key.StartsWith("feed:t-", StringComparison.Ordinal));
        View.Of(play.State, World, Audience.Control("en")).Keys.Count(key => key.StartsWith("feed:t-", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void What_it_is_about_is_named_only_to_a_team_that_has_it()
    {
        var play = Play.Started(World).Until(5 * Minute).Send("bank.fraud.1", new SendMessage("branch", "Stop it."));
        var own = play.SeenBy("bank.fraud").Values.OfType<FeedView>().Single(item => item.Own).Id;
        play.Send("bank.fraud.1", new SendMessage("team:desk", "See what we wrote.", About: own));

        play.Record<FeedView>("bank.fraud", "feed:t-bank-desk-1").ReplyTo.ShouldBe(own);
        play.Record<FeedView>("desk.officer", "feed:t-bank-desk-1").ReplyTo.ShouldBeNull();
    }

    [Fact]
    public void The_attackers_write_to_no_team_and_no_team_to_them()
    {
        var world = World with { Teams = [.. World.Teams.Select(team => team.Id == "police" ? team with { Side = "attack" } : team)] };
        var play = Play.Started(world);

        play.Refused("bank.fraud.1", new SendMessage("team:police", "Who are you?")).ShouldBe("no-such-contact");
        play.Refused("police.investigator.1", new SendMessage("team:bank", "Pay.")).ShouldBe("no-such-contact");
        play.SeenBy("bank.fraud").Keys.ShouldNotContain("contact:team:police");
        play.SeenBy("police.investigator").Keys.ShouldNotContain("contact:team:bank");
    }

    [Fact]
    public void Nobody_writes_to_his_own_team_or_to_one_that_is_not_there()
    {
        var play = Play.Started(World);
        play.Refused("bank.fraud.1", new SendMessage("team:bank", "Us.")).ShouldBe("no-such-contact");
        play.Refused("bank.fraud.1", new SendMessage("team:nobody", "Who?")).ShouldBe("no-such-contact");
        play.SeenBy("bank.fraud").Keys.ShouldContain("contact:team:desk");
    }
}
