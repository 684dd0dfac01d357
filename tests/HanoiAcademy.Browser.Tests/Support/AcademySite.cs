using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Browser.Tests.Support;

/// <summary>The whole site in this process, on a free port of this machine and with an SQLite file of its own.</summary>
public sealed class AcademySite : WebApplicationFactory<Program>
{
    public const string Password = "a password for tests";
    private readonly string _folder = Directory.CreateTempSubdirectory("academy-browser-").FullName;
    private string _agency = "";

    public AcademySite() => UseKestrel(0);

    /// <summary>Settings by which this site differs; to be filled before it starts.</summary>
    public Dictionary<string, string> Settings { get; } = new() { ["Drills:UndoWindowSeconds"] = "1" };

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it, with an instructor; returns his user name.</summary>
    public async Task<string> StartAsync()
    {
        StartServer();
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("localhost", "127.0.0.1", StringComparison.Ordinal));

        var agency = NewAgency.Of("Academy of tests", DateTimeOffset.UtcNow);
        await Services.GetRequiredService<IAgencies>().Create(agency);
        _agency = agency.Id;
        return await MakeAccountAsync("instructor", "Instructor Mai", Role.Instructor);
    }

    /// <summary>Of the same agency; returns his user name.</summary>
    internal async Task<string> MakeAccountAsync(string userName, string name, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var (account, result) = await scope.ServiceProvider.GetRequiredService<AccountMaker>().MakeAsync(_agency, userName, name, Password, role);
        result.Succeeded.ShouldBeTrue(string.Join(' ', result.Errors.Select(error => error.Description)));
        return account.UserName;
    }

    /// <summary>As an instructor would, without his screen: what a test needs to have happened, not what it is about.</summary>
    public async Task SendAsync(string drill, Command command)
    {
        var answer = await Services.GetRequiredService<IDrillRooms>().Send(drill, new Envelope(Guid.NewGuid().ToString("N"), "control.director.1", command));
        answer.Status.ShouldBe(Answer.AcceptedStatus, $"{command}: {answer.Code} {answer.Message}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DataFolder", _folder);
        builder.UseSetting("Logging:LogLevel:Microsoft", "Error");
        // Simulated players who play for medians in the background would take the processor from what is tested.
        builder.UseSetting("Figures:SimulatedRuns", "0");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.AddSingleton(new StartLines(TextWriter.Null)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
