using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace HanoiAcademy.Server.Tests.Drills.Live;

public sealed class HubTests
{
    [Fact]
    public async Task An_inject_reaches_each_seat_it_is_for_within_a_second_and_no_other()
    {
        await using var site = LiveSite.Start();
        var (drill, analyst, officer) = await TwoSeats(site);
        await using var bank = await analyst.Listen(drill.Id);
        await using var police = await officer.Listen(drill.Id);
        await site.Say(drill, new SetSpeed(10));
        await site.Say(drill, new StartExercise());

        var clock = Stopwatch.StartNew();
        await police.UntilText(SmallDrill.PoliceSecret);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3 + 1));
        await bank.UntilText(SmallDrill.BankSecret);

        bank.Everything.ShouldNotContain(SmallDrill.PoliceSecret);
        bank.Everything.ShouldNotContain("The police's brief");
        police.Everything.ShouldNotContain(SmallDrill.BankSecret);
        police.Everything.ShouldNotContain("Watch the accounts");
        foreach (var live in new[] { bank, police })
            live.Everything.ShouldNotContain("Only when fired");
    }

    [Fact]
    public async Task One_who_was_away_catches_up_without_a_gap()
    {
        await using var site = LiveSite.Start();
        var (drill, analyst, _) = await TwoSeats(site);
        await using var stays = await analyst.Listen(drill.Id);
        await using var goes = await analyst.Listen(drill.Id);
        await site.Say(drill, new SetSpeed(10));
        await site.Say(drill, new StartExercise());
        await goes.UntilText("To everybody");
        goes.Merge();
        await goes.DisposeAsync();
        await stays.UntilText(SmallDrill.BankSecret);

        await using var back = await Live.Connect(analyst);
        var joined = await back.Hub.InvokeAsync<JsonObject>("Join", drill.Id, new { language = "en", after = new { team = new { epoch = goes.Team.Epoch, seq = goes.Team.Seq } } });

        ((bool)joined["team"]!["full"]!).ShouldBeFalse();
        foreach (var message in joined["team"]!["messages"]!.AsArray())
            goes.Team.Apply(message!.AsObject());
        await site.Say(drill, new Pause());
        await stays.Until(l => l.Merge().Team.Sorted().Contains("\"paused\"", StringComparison.Ordinal), "the pause");
        await back.Until(l => l.Pushes.Any(p => p.ToJsonString().Contains("\"paused\"", StringComparison.Ordinal)), "the pause");
        foreach (var push in back.Pushes)
            if ((string)push["stream"]! == "team")
                goes.Team.Apply(push);
        goes.Team.Sorted().ShouldBe(stays.Team.Sorted());
    }

    [Fact]
    public async Task What_waits_can_be_taken_back_over_the_line()
    {
        await using var site = LiveSite.Start(("Drills:UndoWindowSeconds", "1"));
        var (drill, analyst, _) = await TwoSeats(site);
        await using var bank = await analyst.Listen(drill.Id);
        await site.Say(drill, new StartExercise());

        var first = await bank.Send(new { kind = "send-message", to = "supplier", text = "Taken back" }, "one");
        var undone = await bank.Hub.InvokeAsync<JsonElement>("Undo", "one");
        var second = await bank.Send(new { kind = "send-message", to = "supplier", text = "Sent" }, "two");
        await bank.Until(l => l.Notices.Any(n => (string)n["what"]! == "sent"), "that it was sent");

        first.GetProperty("status").GetString().ShouldBe("waiting");
        undone.GetProperty("undone").GetBoolean().ShouldBeTrue();
        second.GetProperty("undoMs").GetInt64().ShouldBeInRange(1, 1_000);
        (await site.Log(drill)).Select(r => r.CommandId).ShouldContain("two");
        (await site.Log(drill)).Select(r => r.CommandId).ShouldNotContain("one");
    }

    public static TheoryData<string> Malformed => new("null", "7", "\"send\"", "[]", "{}", """{"commandId":"x"}""", """{"commandId":7,"command":{"kind":"set-ready","ready":true}}""",
        """{"commandId":"x","command":{"kind":"no-such-kind"}}""", """{"commandId":"x","command":{"ready":true}}""", """{"commandId":"x","command":{"kind":"set-ready"}}""",
        """{"commandId":"x","command":{"kind":"set-ready","ready":"yes"}}""", """{"commandId":"","command":{"kind":"set-ready","ready":true}}""",
        """{"commandId":"simulated 7","command":{"kind":"set-ready","ready":true}}""", """{"commandId":"x","command":{"kind":"tick"}}""", """{"commandId":"x","command":{"kind":"recover"}}""", """{"commandId":"x","command":{"kind":"take-seat","seat":"police.officer.1"}}""",
        """{"commandId":"x","command":{"kind":"start-exercise"}}""", """{"commandId":"x","command":{"kind":"send-message","to":null,"text":null}}""",
        """{"commandId":"x","command":{"kind":"mark-read","items":[null]}}""", """{"commandId":"x","command":{"kind":"draft-request","request":"r","form":{"scope":null,"fields":null}}}""");

    [Fact]
    public async Task A_malformed_call_is_refused_in_words_and_changes_nothing()
    {
        await using var site = LiveSite.Start();
        var (drill, analyst, _) = await TwoSeats(site);
        await using var bank = await analyst.Listen(drill.Id);
        await site.Say(drill, new StartExercise());
        var before = (await site.Log(drill)).Count;

        foreach (var row in Malformed)
        {
            var answer = await bank.Hub.InvokeAsync<JsonElement>("Send", JsonDocument.Parse(row.Data).RootElement);
            answer.GetProperty("status").GetString().ShouldBe("refused", row.Data);
            answer.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace(row.Data);
            answer.GetProperty("code").GetString().ShouldNotBe("broken", row.Data);
        }

        (await site.Log(drill)).Count.ShouldBe(before);
        (await bank.Send(new { kind = "set-ready", ready = true })).GetProperty("status").GetString().ShouldBe("accepted");
    }

    [Fact]
    public async Task Who_has_no_seat_hears_nothing_and_cannot_tell_a_drill_from_none()
    {
        await using var site = LiveSite.Start();
        var (drill, _, _) = await TwoSeats(site);
        var stranger = await site.SignIn(Role.Instructor, await site.MakeAgency());
        await using var live = await Live.Connect(stranger);

        var refused = await Should.ThrowAsync<HubException>(() => live.Hub.InvokeAsync<JsonObject>("Join", drill.Id, new { language = "en" }));
        var none = await Should.ThrowAsync<HubException>(() => live.Hub.InvokeAsync<JsonObject>("Join", "nosuchone", new { language = "en" }));
        var answer = await live.Send(new { kind = "pause" });

        refused.Message.ShouldBe(none.Message);
        answer.GetProperty("code").GetString().ShouldBe("not-joined");
        await Should.ThrowAsync<HubException>(() => live.Hub.InvokeAsync<JsonObject>("Join", 7, "rubbish"));
    }

    [Fact]
    public async Task A_page_of_another_origin_and_a_visitor_without_a_seat_are_turned_away()
    {
        await using var site = LiveSite.Start();
        var (_, analyst, _) = await TwoSeats(site);

        await Should.ThrowAsync<WebSocketException>(() => Live.Connect(analyst, "https://evil.example"));
        await Should.ThrowAsync<WebSocketException>(() => Live.Connect(site.Visit()));
        await using var own = await Live.Connect(analyst, site.Address.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task Who_acknowledges_nothing_is_cut_off_and_who_does_is_not()
    {
        await using var site = LiveSite.Start(("Drills:AckSeconds", "1"));
        var (drill, analyst, officer) = await TwoSeats(site);
        await using var silent = await analyst.Listen(drill.Id);
        await using var polite = await officer.Listen(drill.Id);
        polite.Hub.On<JsonObject>("push", push => polite.Hub.SendAsync("Ack", new { stream = (string)push["stream"]!, epoch = (string)push["epoch"]!, seq = (long)push["seq"]! }));

        await site.Say(drill, new StartExercise());
        await silent.Closed.Task.WaitAsync(TimeSpan.FromSeconds(10));

        polite.Hub.State.ShouldBe(HubConnectionState.Connected);
    }

    [Fact]
    public async Task Who_is_taken_out_of_his_seat_is_told_and_hears_nothing_more()
    {
        await using var site = LiveSite.Start();
        var (drill, analyst, _) = await TwoSeats(site);
        await using var bank = await analyst.Listen(drill.Id);

        await site.Get<SeatOffice>().Release(drill.Id, SmallDrill.Analyst);
        await bank.Until(l => l.Notices.Any(n => (string)n["what"]! == "removed"), "the notice");
        var heard = bank.Pushes.Count;
        await site.Say(drill, new StartExercise());

        await site.Get<ISeatingPlan>().Take(new SeatHolder { DrillId = drill.Id, Seat = SmallDrill.Analyst, GuestName = "Another", Since = DateTimeOffset.UtcNow });
        await site.Say(drill, new TakeSeat(SmallDrill.Analyst));
        (await bank.Send(new { kind = "set-ready", ready = true })).GetProperty("code").GetString().ShouldBe("not-joined");
        bank.Pushes.Skip(heard).ShouldNotContain(p => p.ToJsonString().Contains("\"running\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_controller_sees_the_plan_and_steers_and_a_player_does_not()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency, instructor);
        await instructor.Sit(drill, SmallDrill.Officer);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await using var control = await instructor.Listen(drill.Id, control: true);
        await using var plays = await instructor.Listen(drill.Id);
        await using var bank = await trainee.Listen(drill.Id);

        ((string)control.Joined["seat"]!).ShouldBe("control.director.1");
        ((string)plays.Joined["seat"]!).ShouldBe(SmallDrill.Officer);
        control.Everything.ShouldContain("plan:reserve");
        plays.Everything.ShouldNotContain("plan:");
        (await bank.Send(new { kind = "start-exercise" })).GetProperty("code").GetString().ShouldBe("not-allowed");
        (await control.Send(new { kind = "start-exercise" })).GetProperty("status").GetString().ShouldBe("accepted");
        await bank.UntilText("\"running\"");
    }

    private static async Task<(DrillEntry Drill, Browser Analyst, Browser Officer)> TwoSeats(LiveSite site)
    {
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var analyst = await site.SignIn(Role.Trainee, agency);
        var officer = await site.SignIn(Role.Trainee, agency);
        await analyst.Sit(drill, SmallDrill.Analyst);
        await officer.Sit(drill, SmallDrill.Officer);
        return (drill, analyst, officer);
    }
}
