using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Tests.Storage.Agencies;

public abstract class AgenciesContract(ITestAcademy academy) : StorageContract(academy)
{
    private IAgencies Agencies => Get<IAgencies>();

    [Fact]
    public async Task An_agency_comes_back_by_id_and_by_slug()
    {
        var norvia = Norvia();
        (await Agencies.Create(norvia)).ShouldBeTrue();
        (await Agencies.Get("norvia", Cancel)).ShouldBe(norvia);
        (await Agencies.FindBySlug("norvia-desk", Cancel)).ShouldBe(norvia);
        (await Agencies.FindBySlug("norvia", Cancel)).ShouldBeNull();
        (await Agencies.List(Cancel)).Select(agency => agency.Name).ShouldBe(["24/7 desk of Kivara", "Desk of Norvia", "Police of Sundara"]);
    }

    [Fact]
    public async Task Id_slug_and_name_are_each_unique_and_a_name_without_regard_to_case()
    {
        await Agencies.Create(Norvia());
        (await Agencies.Create(Norvia() with { Slug = "other", Name = "Other" })).ShouldBeFalse();
        (await Agencies.Create(Norvia() with { Id = "other", Name = "Other" })).ShouldBeFalse();
        (await Agencies.Create(Norvia() with { Id = "other", Slug = "other", Name = "desk of NORVIA" })).ShouldBeFalse();
    }

    [Fact]
    public async Task An_agency_is_renamed_unless_another_has_the_name()
    {
        (await Agencies.Rename("sundara", "24/7 DESK OF KIVARA")).ShouldBeFalse();
        (await Agencies.Rename("sundara", "POLICE of Sundara")).ShouldBeTrue();
        (await Agencies.Get("sundara", Cancel))!.Name.ShouldBe("POLICE of Sundara");
        (await Agencies.Rename("nowhere", "Nowhere")).ShouldBeFalse();
    }

    private static Agency Norvia() => new() { Id = "norvia", Slug = "norvia-desk", Name = "Desk of Norvia", Created = Noon };
}

public sealed class AgenciesOnSqlite() : AgenciesContract(new SqliteAcademy());

public sealed class AgenciesOnSqlServer() : AgenciesContract(new SqlServerAcademy());
