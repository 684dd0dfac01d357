using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Backup;
using HanoiAcademy.Storage.People;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>A backup that was put back brings back whom it still held: who is on the list of the erased is erased again before anybody is let in.</summary>
internal static class ErasedAgain
{
    public const string Reason = "restored";

    public static async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var data = services.GetRequiredService<IPeoplesData>();
        var folder = services.GetRequiredService<IOptions<StorageOptions>>().Value.DataFolder;
        var listed = ErasedList.Read(folder);
        if (listed.Count > 0)
        {
            await data.NoteErased(listed, services.GetRequiredService<TimeProvider>().GetUtcNow());
            ErasedList.Forget(folder);
        }

        var (eraser, accounts) = (services.GetRequiredService<PersonEraser>(), services.GetRequiredService<IAccountDirectory>());
        foreach (var id in await data.CameBack(cancel))
        {
            if (await accounts.Get(id, cancel) is not { } account)
                continue;
            // The last administrator stays, and who sits in a drill that runs: the next start tries again.
            if (await eraser.EraseIdle(id, eraser.Act("account-erased", account.AgencyId, Reason, null), cancel) is not EraseAnswer.Erased)
                services.GetRequiredService<ILogger<PersonEraser>>().LogWarning("An account that was erased came back with a backup and cannot go now; the next start tries again.");
        }
    }
}
