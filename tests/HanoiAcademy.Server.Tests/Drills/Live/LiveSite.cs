using System.Net;
using System.Text.Json;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>The whole site on a real port of the loopback interface, so that real WebSockets reach it.</summary>
internal sealed class LiveSite : WebApplicationFactory<Program>
{
    private const string Password = "a password for tests";
    private int _made;

    private LiveSite()
    {
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("academy-live-").FullName;

    public Dictionary<string, string> Settings { get; } = new() { ["Drills:UndoWindowSeconds"] = "0" };

    public Uri Address { get; private set; } = null!;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static LiveSite Start(params (string Key, string Value)[] settings)
    {
        var site = new LiveSite();
        foreach (var (key, value) in settings)
            site.Settings[key] = value;
        site.UseKestrel(0);
        site.StartServer();
        site.Get<IHostApplicationLifetime>().ApplicationStarted.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        site.Address = new Uri(site.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return site;
    }

    public async Task<Agency> MakeAgency()
    {
        var agency = NewAgency.Of($"Agency {Interlocked.Increment(ref _made)}", DateTimeOffset.UtcNow);
        (await Get<IAgencies>().Create(agency)).ShouldBeTrue();
        return agency;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public Browser Visit() => new(Address);

    public async Task<Browser> SignIn(Role role, Agency agency)
    {
        await using var scope = Services.CreateAsyncScope();
        var name = $"{role.Name()}{Interlocked.Increment(ref _made)}";
        var (account, result) = await scope.ServiceProvider.GetRequiredService<AccountMaker>().MakeAsync(agency.Id, name, name, Password, role);
        result.Succeeded.ShouldBeTrue();
        var browser = Visit();
        (browser.AccountId, browser.UserName) = (account.Id, name);
        (await browser.PostForm("/account/sign-in", new() { ["UserName"] = name, ["Password"] = Password })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary><see cref="SmallDrill"/> in its lobby, launched as the site would.</summary>
    public async Task<DrillEntry> LaunchSmall(Agency agency, Browser? launcher = null, bool guests = false)
    {
        var pinned = PinnedScenario.Of(SmallDrill.Scenario);
        var drill = new DrillEntry
        {
            Id = Codes.NewDrillId(),
            AgencyId = agency.Id,
            ScenarioId = "small",
            Title = "A small drill",
            ContentSha256 = await Get<IContentStore>().Put(pinned.Bytes),
            CreatedBy = launcher?.AccountId,
            CreatedWall = DateTimeOffset.UtcNow,
            JoinCode = Codes.NewJoinCode(),
            GuestsAllowed = guests,
        };
        (await Get<IDrillCatalog>().Create(drill)).ShouldBeTrue();
        await Say(drill, new LaunchDrill("small", drill.ContentSha256, 7));
        return drill;
    }

    /// <summary>The room itself does something.</summary>
    public async Task Say(DrillEntry drill, Command command, string seat = "system")
    {
        var answer = await Get<IDrillRooms>().Send(drill.Id, new Envelope(Guid.NewGuid().ToString(), seat, command));
        answer.Status.ShouldBe(Answer.AcceptedStatus, answer.Code);
    }

    public Task<IReadOnlyList<LogRow>> Log(DrillEntry drill) => Get<IDrillLog>().Read(drill.Id, 0);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DataFolder", Folder);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        // Simulated players who play for medians in the background would take the processor from what is tested.
        builder.UseSetting("Figures:SimulatedRuns", "0");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
    }
}

internal static class Refusals
{
    public static async Task ShouldBeRefused(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, body);
        var problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
    }
}
