using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Tests.Storage;

/// <summary>What the contracts share: an academy with two agencies, and short ways to fill it.</summary>
public abstract class StorageContract(ITestAcademy academy) : IAsyncLifetime
{
    /// <summary>Whole microseconds: what every database keeps.</summary>
    protected static readonly DateTimeOffset Noon = new(2026, 3, 3, 12, 0, 0, 123, 456, TimeSpan.Zero);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected T Get<T>()
        where T : notnull => academy.Get<T>();

    public async ValueTask InitializeAsync()
    {
        (await Get<IAgencies>().Create(new Agency { Id = "sundara", Slug = "sundara", Name = "Police of Sundara", Created = Noon })).ShouldBeTrue();
        (await Get<IAgencies>().Create(new Agency { Id = "kivara", Slug = "kivara", Name = "24/7 desk of Kivara", Created = Noon })).ShouldBeTrue();
    }

    /// <summary>What a contract opened beside the academy.</summary>
    protected virtual ValueTask DisposeNodesAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await DisposeNodesAsync();
        await academy.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Account NewAccount(string id, string agency = "sundara") => new()
    {
        Id = id,
        AgencyId = agency,
        UserName = id,
        NormalizedUserName = id.ToUpperInvariant(),
        DisplayName = $"Person {id}",
        Created = Noon,
    };

    protected async Task<string> EnrolAsync(string id, string? role = null, string agency = "sundara")
    {
        (await Get<IUserStore<Account>>().CreateAsync(NewAccount(id, agency), Cancel)).Succeeded.ShouldBeTrue();
        if (role is not null)
        {
            await Get<IMemberships>().Grant(new Membership { AccountId = id, AgencyId = agency, Role = role });
        }

        return id;
    }

    protected async Task<DrillEntry> LaunchAsync(string id, string joinCode, string agency = "sundara", string? by = null)
    {
        var drill = new DrillEntry
        {
            Id = id,
            AgencyId = agency,
            ScenarioId = "invoice-at-dawn",
            Title = "Invoice at dawn",
            ContentSha256 = await Get<IContentStore>().Put("{}"u8.ToArray()),
            CreatedBy = by,
            CreatedWall = Noon,
            JoinCode = joinCode,
        };
        (await Get<IDrillCatalog>().Create(drill)).ShouldBeTrue();
        return drill;
    }
}
