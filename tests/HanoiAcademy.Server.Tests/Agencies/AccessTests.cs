using System.Security.Claims;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Tests.Agencies;

public sealed class AccessTests
{
    [Fact]
    public void A_role_holds_in_its_own_agency_only()
    {
        var viewer = Somebody(("a", "administrator"), ("b", "trainee"));

        Access.MayManageAccounts(viewer, "a").ShouldBeTrue();
        Access.MayManageAccounts(viewer, "b").ShouldBeFalse();
        Access.MayManageAccounts(viewer, "c").ShouldBeFalse();
        viewer.AgenciesWhere(Role.Trainee).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_higher_role_may_what_a_lower_may_and_not_the_other_way_round()
    {
        Access.MayGive(Somebody(("a", "administrator")), "a", Role.Instructor).ShouldBeTrue();
        Access.MayGive(Somebody(("a", "instructor")), "a", Role.Administrator).ShouldBeFalse();
        Access.MayGive(Somebody(("a", "trainee")), "a", Role.Trainee).ShouldBeFalse();
        Access.MayChangeRoles(Somebody(("a", "instructor")), "a").ShouldBeFalse();
    }

    [Fact]
    public void Nobody_takes_over_an_account_that_may_do_what_he_may_not()
    {
        var administrator = Somebody(("a", "administrator"));

        Access.MayTakeOver(administrator, "a", [Held("a", "instructor")]).ShouldBeTrue();
        Access.MayTakeOver(administrator, "a", [Held("a", "trainee"), Held("b", "instructor")]).ShouldBeFalse();
        Access.MayTakeOver(administrator, "b", [Held("a", "trainee")]).ShouldBeFalse();
        Access.MayTakeOver(Somebody(("a", "instructor")), "a", [Held("a", "trainee")]).ShouldBeTrue();
        Access.MayTakeOver(Somebody(("a", "instructor")), "a", [Held("a", "instructor")]).ShouldBeFalse();
    }

    [Fact]
    public void Who_is_not_signed_in_holds_nothing_whatever_his_claims_say()
    {
        var unsigned = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "x"), Viewer.Membership("a", "administrator")]));

        Viewer.Of(unsigned).HoldsSomewhere(Role.Trainee).ShouldBeFalse();
        Viewer.Of(null).IsSignedIn.ShouldBeFalse();
    }

    private static Membership Held(string agency, string role) => new() { AccountId = "x", AgencyId = agency, Role = role };

    private static Viewer Somebody(params (string Agency, string Role)[] held) => Viewer.Of(new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, "somebody"), .. held.Select(one => Viewer.Membership(one.Agency, one.Role))], "test")));
}
