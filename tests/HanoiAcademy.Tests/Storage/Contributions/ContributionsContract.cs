using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Contributions;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Tests.Storage.Contributions;

/// <summary>Whole versions, one after the other, for those of the agency.</summary>
public abstract class ContributionsContract(ITestAcademy academy) : StorageContract(academy)
{
    private IContributions Contributions => Get<IContributions>();

    [Fact]
    public async Task A_contribution_comes_back_as_it_was_with_its_versions_newest_first()
    {
        await EnrolAsync("linh", AccountRole.Author);
        var one = await CreateAsync("c1");
        var second = await VersionAsync("c1", 2) with { Changes = "[\"Đổi\"]", Losses = "{}", Errors = 2, Warnings = 3, FileName = "kịch bản.xlsx", MadeBy = "linh" };
        (await Contributions.Add(second)).ShouldBe(KeepAnswer.Kept);

        (await Contributions.Get("c1", Cancel)).ShouldBe(one with { Version = 2 });
        (await Contributions.Version("c1", 2, Cancel)).ShouldBe(second);
        (await Contributions.Version("c1", 3, Cancel)).ShouldBeNull();
        (await Contributions.Versions("c1", Cancel)).Select(line => (line.Version.Number, line.MadeByName)).ShouldBe([(2, "Person linh"), (1, null)]);
        (await Contributions.Rename("c1", "Tên mới")).ShouldBeTrue();
        (await Contributions.Get("c1", Cancel))!.Title.ShouldBe("Tên mới");
        (await Contributions.Rename("gone", "x")).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_who_write_the_same_next_version_one_is_told_and_nothing_is_lost()
    {
        await CreateAsync("c1");
        var answers = await Task.WhenAll(Contributions.Add(await VersionAsync("c1", 2, "mine")), Contributions.Add(await VersionAsync("c1", 2, "theirs")));

        answers.Order().ShouldBe([KeepAnswer.Kept, KeepAnswer.Stale]);
        (await Contributions.Add(await VersionAsync("c1", 5))).ShouldBe(KeepAnswer.Stale);
        (await Contributions.Versions("c1", Cancel)).Count.ShouldBe(2);
        (await Contributions.Add(await VersionAsync("gone", 2))).ShouldBe(KeepAnswer.Gone);
    }

    [Fact]
    public async Task Authors_and_instructors_see_those_of_their_agency_and_nobody_else_does()
    {
        await EnrolAsync("author", AccountRole.Author);
        await EnrolAsync("instructor", AccountRole.Instructor);
        await EnrolAsync("administrator", AccountRole.Administrator);
        await EnrolAsync("trainee", AccountRole.Trainee);
        await EnrolAsync("elsewhere", AccountRole.Administrator, "kivara");
        await CreateAsync("c1");

        foreach (var who in new[] { "author", "instructor", "administrator" })
            (await Contributions.ListVisibleTo(who, Cancel)).ShouldHaveSingleItem().Title.ShouldBe("Title of c1", who);
        foreach (var who in new[] { "trainee", "elsewhere" })
            (await Contributions.ListVisibleTo(who, Cancel)).ShouldBeEmpty(who);
    }

    [Fact]
    public async Task An_agency_has_so_many_and_so_many_bytes()
    {
        (await Contributions.Create(Of("big"), await VersionAsync("big", 1) with { Bytes = ContributionVersion.MostBytes - 10 })).ShouldBe(KeepAnswer.Kept);
        (await Contributions.Add(await VersionAsync("big", 2) with { Bytes = 11 })).ShouldBe(KeepAnswer.Full);
        (await Contributions.Create(Of("small"), await VersionAsync("small", 1) with { Bytes = 11 })).ShouldBe(KeepAnswer.Full);
        (await Contributions.Get("small", Cancel)).ShouldBeNull();
        (await Contributions.Create(Of("theirs") with { AgencyId = "kivara" }, await VersionAsync("theirs", 1) with { Bytes = 11 })).ShouldBe(KeepAnswer.Kept);
        (await Contributions.Delete("big")).ShouldBeTrue();

        for (var n = 0; n < Contribution.Most; n++)
            await CreateAsync($"c{n}");
        (await Contributions.Create(Of("more"), await VersionAsync("more", 1))).ShouldBe(KeepAnswer.Full);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_with_its_rehearsals_and_uploads_and_its_bytes_stay_for_drills()
    {
        await EnrolAsync("linh", AccountRole.Author);
        await CreateAsync("c1");
        var sha256 = (await Contributions.Version("c1", 1, Cancel))!.Sha256;
        await Get<IRehearsals>().Ask(new KeptRehearsal { ContributionId = "c1", Number = 1, Runs = 10, AskedWall = Noon, SeenWall = Noon });
        await Get<IUploads>().Keep(new WaitingUpload { Id = "u1", AgencyId = "sundara", AccountId = "linh", ContributionId = "c1", BaseNumber = 1, FileName = "f", Bytes = [1], UploadedWall = Noon });

        (await Contributions.Delete("c1")).ShouldBeTrue();
        (await Contributions.Delete("c1")).ShouldBeFalse();
        (await Contributions.Get("c1", Cancel)).ShouldBeNull();
        (await Get<IRehearsals>().Of("c1", 1, Cancel)).ShouldBeNull();
        (await Get<IUploads>().Get("u1", "linh", Cancel)).ShouldBeNull();
        (await Get<IContentStore>().Get(sha256, Cancel)).ShouldNotBeNull();
    }

    private static Contribution Of(string id) => new() { Id = id, AgencyId = "sundara", Title = $"Title of {id}", CreatedWall = Noon };

    private async Task<ContributionVersion> VersionAsync(string id, int number, string bytes = "zip") => new()
    {
        ContributionId = id,
        Number = number,
        Sha256 = await Get<IContentStore>().Put(System.Text.Encoding.UTF8.GetBytes(bytes)),
        Bytes = 3,
        ScenarioId = "invoice-at-dawn",
        Origin = VersionOrigin.Folder,
        MadeWall = Noon.AddMinutes(number),
    };

    private async Task<Contribution> CreateAsync(string id)
    {
        (await Contributions.Create(Of(id), await VersionAsync(id, 1))).ShouldBe(KeepAnswer.Kept);
        return Of(id);
    }
}

public sealed class ContributionsOnSqlite() : ContributionsContract(new SqliteAcademy());

public sealed class ContributionsOnSqlServer() : ContributionsContract(new SqlServerAcademy());
