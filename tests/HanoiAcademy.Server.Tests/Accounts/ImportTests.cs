using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Accounts;

public sealed class ImportTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task An_instructor_prints_slips_with_which_people_sign_in_and_choose_a_password_first()
    {
        var agency = await site.MakeAgencyAsync();
        var slips = await MakeAsync(await site.SignInAsync(Role.Instructor, agency), agency, "name;role\nNguyễn Thị Ân;trainee\nليلى\n");

        slips.Count.ShouldBe(2);
        slips[0].UserName.ShouldBe("nguyen.thi.an");
        var visitor = site.Visit();
        await visitor.PostFormAsync("/account/sign-in", new() { ["UserName"] = slips[0].UserName, ["Password"] = slips[0].Password });
        (await visitor.GetAsync("/account")).Headers.Location!.OriginalString.ShouldBe("/account/password");

        await visitor.PostFormAsync("/account/password", new() { ["OldPassword"] = slips[0].Password, ["NewPassword"] = "one of my own choosing" });
        await (await visitor.GetAsync("/account")).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_people_of_one_name_get_two_user_names()
    {
        var agency = await site.MakeAgencyAsync();
        var instructor = await site.SignInAsync(Role.Instructor, agency);

        var slips = await MakeAsync(instructor, agency, "name\nKim Ly\nKim Ly\n");
        var later = await MakeAsync(instructor, agency, "name\nKim Ly\n");

        slips.Concat(later).Select(slip => slip.UserName).ShouldBe(["kim.ly", "kim.ly2", "kim.ly3"]);
    }

    [Fact]
    public async Task One_bad_line_makes_no_account_and_every_fault_is_named_with_its_line()
    {
        var agency = await site.MakeAgencyAsync();
        var taken = await site.MakeAccountAsync(Role.Trainee, agency);
        var instructor = await site.SignInAsync(Role.Instructor, agency);
        var before = await CountAsync(agency);

        var faults = await FaultsAsync(instructor, agency,
            "name,role,username,language\nGood Person,trainee,,\n,trainee,,\nA,boss,,\nB,administrator,,\nC,trainee,two words,\nD,trainee,,xx\nE,trainee,same,\nF,trainee,same,\n");

        faults.Select(fault => fault.Split(':')[0]).ShouldBe(["Line 3", "Line 4", "Line 5", "Line 6", "Line 7", "Line 9"]);
        (await FaultsAsync(instructor, agency, $"name,username\nGood Person,\nG,{taken.UserName}\n")).ShouldHaveSingleItem().ShouldStartWith("Line 3: ");
        (await CountAsync(agency)).ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("person\nA")]
    [InlineData("name,name\nA,B")]
    [InlineData("name")]
    [InlineData("name\n\"A, B\",trainee")]
    public async Task A_list_that_cannot_be_read_is_refused_with_the_reason(string list)
    {
        var agency = await site.MakeAgencyAsync();

        (await FaultsAsync(await site.SignInAsync(Role.Instructor, agency), agency, list)).ShouldNotBeEmpty();
        (await CountAsync(agency)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF8_is_refused_rather_than_read_wrong()
    {
        var agency = await site.MakeAgencyAsync();
        var instructor = await site.SignInAsync(Role.Instructor, agency);
        var page = await (await instructor.GetAsync(Address(agency))).PageAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent([.. "name\nJos"u8, 0xE9]), "ListFile", "people.csv" },
        };

        var answer = await instructor.Http.PostAsync(Address(agency), form);

        (await answer.PageAsync()).QuerySelector("[role=alert] li")!.TextContent.ShouldContain("UTF-8");
    }

    private static string Address(Agency agency) => $"/admin/agencies/{agency.Slug}/accounts/import";

    private static async Task<IReadOnlyList<(string UserName, string Password)>> MakeAsync(Visitor instructor, Agency agency, string list)
    {
        var answer = await instructor.PostFormAsync(Address(agency), new() { ["Pasted"] = list, ["MustChangePassword"] = "true" });
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return [.. (await answer.PageAsync()).QuerySelectorAll(".slip")
            .Select(slip => slip.QuerySelectorAll("code"))
            .Select(codes => (codes[0].TextContent, codes[1].TextContent))];
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(Visitor instructor, Agency agency, string list)
    {
        var answer = await instructor.PostFormAsync(Address(agency), new() { ["Pasted"] = list });
        return [.. (await answer.PageAsync(HttpStatusCode.OK)).QuerySelectorAll("main [role=alert] li").Select(line => line.TextContent)];
    }

    private async Task<int> CountAsync(Agency agency) =>
        (await site.Services.GetRequiredService<IAccountDirectory>().InAgency(agency.Id)).Count;
}
