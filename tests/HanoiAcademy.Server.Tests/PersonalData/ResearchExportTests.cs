using System.Net;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills;
using HanoiAcademy.Server.Tests.Drills.Live;

namespace HanoiAcademy.Server.Tests.PersonalData;

public sealed class ResearchExportTests
{
    [Fact]
    public async Task A_drill_s_instructor_takes_it_for_research_after_its_end_and_nobody_is_in_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor, guests: true);
        var trainee = await site.SignIn(Role.Trainee, agency);
        await trainee.Sit(drill, SmallDrill.Analyst);
        var guest = site.Visit();
        await guest.Sit(drill, SmallDrill.Officer, "Lan Anh");
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new SendChat($"{trainee.UserName} and lan anh wrote this"), SmallDrill.Analyst);
        var address = $"/drills/{drill.Id}/research.jsonl";
        await (await instructor.Get($"/api/v1/drills/{drill.Id}/research")).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");
        await site.Say(drill, new EndExercise(), SmallDrill.Director);

        var without = await (await instructor.Get(address)).Content.ReadAsStringAsync();
        var with = await (await instructor.Get(address + "?withText=true")).Content.ReadAsStringAsync();

        without.ShouldStartWith("{\"kind\":\"header\"");
        without.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThan(5);
        without.ShouldNotContain("wrote this");
        with.ShouldContain("[name] and [name] wrote this");
        foreach (var who in new[] { trainee.UserName!, trainee.AccountId!, instructor.UserName!, instructor.AccountId!, "Lan Anh", drill.Id, SmallDrill.Analyst, $"{DateTime.UtcNow:yyyy-MM-dd}" })
            with.ShouldNotContain(who);
        (await trainee.Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignIn(Role.Instructor, await site.MakeAgency())).Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await guest.Get(address)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await site.Visit().Json("/schemas/drill-research-1.json")).GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }
}
