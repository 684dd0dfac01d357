using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>One inject in several wordings, and injects for one seat alone.</summary>
public sealed class VariantTests
{
    private static InjectVariant Variant(string id, params string[] readers) => new() { Id = id, For = [.. readers], Body = new Prose(En(id), En($"<p>{id}</p>")) };

    private static Scenario With(params InjectVariant[] variants) => World with { Injects = [Inject("news", Minute, "all") with { Variants = [.. variants] }] };

    private static string? Read(Play play, string role) => play.Record<FeedView>(role, "feed:news").Html;

    [Fact]
    public void Who_reads_a_wording_of_his_own_does_not_see_what_hangs_on_the_drawn_one()
    {
        var inject = Inject("mail", Minute, "bank") with
        {
            To = ["bank", "police"],
            Variants = [new InjectVariant { Id = "for-bank", For = ["bank"], Body = Prose.Empty }, new InjectVariant { Id = "drawn", Body = Prose.Empty, Attachments = ["header"] }],
        };
        var seed = Enumerable.Range(1, 50).First(n => InjectBook.Draw(n, inject) == "drawn");
        var play = Play.Started(World with { Injects = [inject] }, seed).Until(2 * Minute);

        play.SeenBy("police.investigator").ShouldContainKey("evidence:header");
        play.SeenBy("bank.fraud").ShouldNotContainKey("evidence:header");
    }

    [Fact]
    public void What_is_attached_is_seen_by_those_it_is_addressed_to_and_not_by_their_colleagues()
    {
        var bank = World.Teams[0] with { Roles = [.. World.Teams[0].Roles, new Role("press", En("Press"), 1, Prose.Empty)] };
        var play = Play.Started(World with
        {
            Teams = [bank, .. World.Teams.Skip(1)],
            Injects = [Inject("mail", Minute, "bank.press") with { Attachments = ["header"] }],
        }).Until(2 * Minute);

        play.SeenBy("bank.press").ShouldContainKey("evidence:header");
        play.SeenBy("bank.fraud").ShouldNotContainKey("evidence:header");
    }

    [Fact]
    public void A_team_or_role_reads_the_variant_written_for_it_and_others_the_inject_itself()
    {
        var play = Play.Started(With(Variant("for-desks", "desk", "kivara.officer"))).Until(Minute);

        Read(play, "desk.officer").ShouldBe("<p>for-desks</p>");
        Read(play, "kivara.officer").ShouldBe("<p>for-desks</p>");
        Read(play, "bank.fraud").ShouldBe("<p>Body of news</p>");
        play.SeenBy("bank.fraud").ShouldNotContainKey("evidence:header");
    }

    [Fact]
    public void The_seed_draws_one_wording_for_everybody_else_and_the_event_keeps_it()
    {
        var scenario = With(Variant("broad"), Variant("narrow"), Variant("for-desk", "desk"));
        var plays = Enumerable.Range(0, 90).Select(seed => Play.Started(scenario, seed).Until(Minute)).ToList();

        plays.ShouldAllBe(p => Read(p, "desk.officer") == "<p>for-desk</p>");
        plays.ShouldAllBe(p => Read(p, "bank.fraud") == Read(p, "kivara.officer"));
        var drawn = plays.GroupBy(p => p.Events.OfType<InjectDelivered>().Single().Variant ?? "own").ToDictionary(g => g.Key, g => g.Count());
        drawn.Keys.ShouldBe(["own", "broad", "narrow"], ignoreOrder: true);
        drawn.Values.ShouldAllBe(n => n > 15);
    }

    [Fact]
    public void Only_the_wording_that_came_has_effects_expectations_and_attachments()
    {
        var broad = Variant("broad") with { Effects = [new SetFlag("secret")], Attachments = ["header"], Expected = [new ExpectAction("bank.fraud", "stop-payment")] };
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var play = Play.Started(With(broad), seed).Until(Minute);
            var came = play.Events.OfType<InjectDelivered>().Single().Variant == "broad";

            play.State.Flags.Contains("secret").ShouldBe(came);
            play.SeenBy("bank.fraud").ContainsKey("evidence:header").ShouldBe(came);
            play.Record<FeedView>("bank.fraud", "feed:news").Attachments.Length.ShouldBe(came ? 1 : 0);
            ((PlanView)View.Of(play.State, play.Scenario, Audience.Control("en"))["plan:news"]).Expected.Length.ShouldBe(came ? 1 : 0);
        }
    }

    [Theory]
    [InlineData("broad", true)]
    [InlineData("own", false)]
    public void A_condition_asks_in_which_wording_an_inject_came(string variant, bool broad)
    {
        var scenario = With(Variant("broad")) with { Penalties = [new Penalty("p", "bank", En("p"), 10, new InjectOut("news", variant))] };
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var play = Play.Started(scenario, seed).Until(Minute);
            play.Events.Any(e => e is PenaltyIncurred).ShouldBe(play.Events.OfType<InjectDelivered>().Single().Variant == "broad" == broad);
        }
    }

    [Fact]
    public void An_inject_for_one_seat_stands_in_its_own_stream_alone()
    {
        var two = World with
        {
            Teams = [.. World.Teams.Select(t => t.Id == "bank" ? t with { Roles = [t.Roles[0] with { Seats = 2 }] } : t)],
            Injects = [Inject("secret", Minute, "bank.fraud.2")],
        };
        var play = Play.Started(two).Until(Minute);

        View.Of(play.State, two, Audience.OfSeat("bank.fraud.2", "en")).ShouldContainKey("feed:secret");
        View.Of(play.State, two, Audience.OfSeat("bank.fraud.1", "en")).ShouldNotContainKey("feed:secret");
        play.SeenBy("bank.fraud").ShouldNotContainKey("feed:secret");
        View.Of(play.State, two, Audience.Control("en")).ShouldContainKey("feed:secret");

        play.Send("bank.fraud.2", new MarkRead(["secret"])).State.Read.ShouldContainKey("bank.fraud.2 secret");
        play.Send("bank.fraud.1", new MarkRead(["secret"])).State.Read.ShouldNotContainKey("bank.fraud.1 secret");
    }
}
