using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>What the people of a team say among themselves, and what was written while a link was down.</summary>
public sealed class ChatTests
{
    [Fact]
    public void A_team_reads_its_own_chat_control_reads_all_and_no_other_team_reads_a_word()
    {
        var play = Play.Started(World).Until(5 * Minute).Send("bank.fraud.1", new SendChat("Ai gọi chi nhánh?", "vi"));

        play.SeenBy("bank.fraud").Values.OfType<ChatView>().ShouldBe([new ChatView("bank:00000", "bank", "bank.fraud.1", "Ai gọi chi nhánh?", "vi", 5 * Minute)]);
        play.SeenBy("desk.officer").Values.OfType<ChatView>().ShouldBeEmpty();
        View.Of(play.State, World, Audience.Control("en")).Values.OfType<ChatView>().Single().Text.ShouldBe("Ai gọi chi nhánh?");
    }

    [Fact]
    public void People_talk_in_the_lobby_while_the_clock_stands_and_after_the_end()
    {
        var play = new Play(World).Send(Actor.System, new TakeSeat("bank.fraud.1")).Send("bank.fraud.1", new SendChat("Here.")).Send(Actor.Director, new StartExercise())
            .Send(Actor.Director, new Pause()).Send("bank.fraud.1", new SendChat("Why paused?")).Send(Actor.Director, new EndExercise()).Send("bank.fraud.1", new SendChat("Done."));

        play.SeenBy("bank.fraud").Values.OfType<ChatView>().Select(line => line.Text).ShouldBe(["Here.", "Why paused?", "Done."]);
    }

    [Fact]
    public void Of_a_long_talk_the_last_fifty_lines_are_shown_in_their_order()
    {
        var play = Play.Started(World);
        foreach (var n in Enumerable.Range(0, 60))
            play.Send("bank.fraud.1", new SendChat($"Line {n}"));

        play.SeenBy("bank.fraud").Values.OfType<ChatView>().Select(line => line.Text).ShouldBe(Enumerable.Range(10, 50).Select(n => $"Line {n}"));
    }

    [Fact]
    public void A_drill_keeps_the_last_fifty_lines_of_a_team_and_says_when_it_takes_no_more()
    {
        var play = Play.Started(World);
        foreach (var n in Enumerable.Range(0, 60))
            play.Send("bank.fraud.1", new SendChat($"Line {n}"));
        play.State.Chat["bank"].Count.ShouldBe(50);
        play.State.ChatLines["bank"].ShouldBe(60);

        var full = play.State with { ChatLines = play.State.ChatLines.SetItem("bank", TeamChat.MostLines) };

        HanoiAcademy.Drills.Drill.Decide(full, World, new SendChat("One more."), new Actor("bank.fraud.1"), full.At).Refusal.ShouldNotBeNull().Code.ShouldBe("chat-full");
        HanoiAcademy.Drills.Drill.Decide(full, World, new SendChat("Ours."), new Actor("desk.officer.1"), full.At).Refusal.ShouldBeNull("each team has its own measure");
    }

    [Fact]
    public void What_cannot_be_said_says_why()
    {
        var play = Play.Started(World);
        play.Refused("bank.fraud.1", new SendChat(" ")).ShouldBe("empty-message");
        play.Refused("bank.fraud.1", new SendChat(new string('x', 1_001))).ShouldBe("too-long");
        play.Refused("bank.fraud.1", new SendChat("a", new string('x', 36))).ShouldBe("too-long");
        play.Refused("control.director.1", new SendChat("a")).ShouldBe("not-your-seat");
    }

    [Theory]
    [InlineData(6 * Minute, null)]
    [InlineData(6 * Minute, 6 * Minute - 9_999)]
    [InlineData(6 * Minute, 7 * Minute)]
    [InlineData(6 * Minute, -1)]
    public void What_was_written_as_good_as_now_or_claims_a_time_that_cannot_be_is_not_noted(long at, object? written) =>
        WrittenLate.Note(at, "bank.fraud.1", written is null ? null : Convert.ToInt64(written, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeNull();

    [Fact]
    public void What_waited_for_a_link_is_noted_for_control_with_the_time_it_was_written()
    {
        var play = Play.Started(World).Until(12 * Minute);
        var note = WrittenLate.Note(12 * Minute, "bank.fraud.1", 6 * Minute).ShouldNotBeNull();
        note.ShouldBe(new WrittenEarlier(12 * Minute, "bank.fraud.1", 6 * Minute));

        var state = HanoiAcademy.Drills.Drill.Evolve(play.State, World, note);

        View.Of(state, World, Audience.Control("en")).Values.OfType<ControlLogView>().Last().ShouldBe(new ControlLogView(state.ControlLog.Count - 1, 12 * Minute, "bank.fraud.1", "written-earlier", "T+00:06"));
    }
}
