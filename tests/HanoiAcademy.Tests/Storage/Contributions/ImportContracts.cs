using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Tests.Storage.Contributions;

/// <summary>Templates of an agency, and files that wait for their uploader.</summary>
public abstract class ImportContracts(ITestAcademy academy) : StorageContract(academy)
{
    private IImportTemplates Templates => Get<IImportTemplates>();

    private IUploads Uploads => Get<IUploads>();

    [Fact]
    public async Task A_template_takes_the_place_of_the_one_of_its_name_and_is_renamed_and_deleted()
    {
        var ours = new ImportTemplate { Id = "t1", AgencyId = "sundara", Name = "Our MSEL", Mapping = "{}", SavedWall = Noon };
        (await Templates.Save(ours)).ShouldBe(KeepAnswer.Kept);
        (await Templates.Save(ours with { Id = "t2", Name = "our msel", Mapping = "{\"a\":1}" })).ShouldBe(KeepAnswer.Kept);
        (await Templates.Save(ours with { Id = "t3", Name = "Another" })).ShouldBe(KeepAnswer.Kept);

        (await Templates.Of("sundara", Cancel)).Select(one => (one.Id, one.Name, one.Mapping)).ShouldBe([("t3", "Another", "{}"), ("t1", "our msel", "{\"a\":1}")]);
        (await Templates.Rename("sundara", "t3", "OUR MSEL")).ShouldBe(KeepAnswer.NameTaken);
        (await Templates.Rename("sundara", "t3", "Theirs")).ShouldBe(KeepAnswer.Kept);
        (await Templates.Rename("kivara", "t3", "x")).ShouldBe(KeepAnswer.Gone);
        (await Templates.Delete("kivara", "t3")).ShouldBeFalse();
        (await Templates.Delete("sundara", "t3")).ShouldBeTrue();
        (await Templates.Of("kivara", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agency_has_so_many_templates()
    {
        for (var n = 0; n < ImportTemplate.Most; n++)
            (await Templates.Save(new ImportTemplate { Id = $"t{n}", AgencyId = "sundara", Name = $"{n}", Mapping = "{}", SavedWall = Noon })).ShouldBe(KeepAnswer.Kept);
        (await Templates.Save(new ImportTemplate { Id = "more", AgencyId = "sundara", Name = "more", Mapping = "{}", SavedWall = Noon })).ShouldBe(KeepAnswer.Full);
    }

    [Fact]
    public async Task An_upload_waits_for_its_uploader_alone_and_for_some_days()
    {
        await EnrolAsync("linh", AccountRole.Author);
        await EnrolAsync("minh", AccountRole.Author);
        var upload = Of("u1");
        await Uploads.Keep(upload);

        (await Uploads.Get("u1", "minh", Cancel)).ShouldBeNull();
        (await Uploads.Choose("u1", "minh", "{}")).ShouldBeFalse();
        (await Uploads.Choose("u1", "linh", "{\"sheet\":1}")).ShouldBeTrue();
        var kept = (await Uploads.Get("u1", "linh", Cancel))!;
        (kept.Choices, kept.FileName, kept.UploadedWall).ShouldBe(("{\"sheet\":1}", "tệp.xlsx", Noon));
        kept.Bytes.ShouldBe(upload.Bytes);
        (await Uploads.Prune(Noon + WaitingUpload.KeptFor - TimeSpan.FromSeconds(1))).ShouldBe(0);
        (await Uploads.Prune(Noon + WaitingUpload.KeptFor)).ShouldBe(1);
        (await Uploads.Get("u1", "linh", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_keeps_its_newest_uploads()
    {
        await EnrolAsync("linh", AccountRole.Author);
        for (var n = 0; n <= WaitingUpload.Most; n++)
            await Uploads.Keep(Of($"u{n}") with { UploadedWall = Noon.AddSeconds(n) });

        (await Uploads.Of("linh", Cancel)).Select(one => one.Id).ShouldBe(Enumerable.Range(1, WaitingUpload.Most).Reverse().Select(n => $"u{n}"));
        (await Uploads.Forget("u3", "linh")).ShouldBeTrue();
        (await Uploads.Of("linh", Cancel)).Count.ShouldBe(WaitingUpload.Most - 1);
    }

    private static WaitingUpload Of(string id) => new() { Id = id, AgencyId = "sundara", AccountId = "linh", FileName = "tệp.xlsx", Bytes = [0, 1, 255], UploadedWall = Noon };
}

public sealed class ImportsOnSqlite() : ImportContracts(new SqliteAcademy());

public sealed class ImportsOnSqlServer() : ImportContracts(new SqlServerAcademy());
