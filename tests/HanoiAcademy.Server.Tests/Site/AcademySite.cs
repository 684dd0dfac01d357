using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Site;

/// <summary>
/// The whole site in this process, on an SQLite file of its own in the temporary folder. No port is opened and the data
/// folder of a developer's site is never touched.
/// </summary>
public class AcademySite : WebApplicationFactory<Program>
{
    public const string Password = "a password for tests";

    private int _made;

    public AcademySite()
        : this(Directory.CreateTempSubdirectory("academy-test-").FullName)
    {
    }

    /// <summary>A site on the data of one that ran before.</summary>
    protected AcademySite(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>What the person at the console reads.</summary>
    public StringWriter Console { get; } = new();

    /// <summary>Settings by which this site differs; to be filled before its first use.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Another site will start on the same data.</summary>
    public bool KeepFolder { get; set; }

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Visit() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task<Agency> MakeAgencyAsync(string? name = null)
    {
        var agency = NewAgency.Of(name ?? $"Agency {Next()}", DateTimeOffset.UtcNow);
        (await Services.GetRequiredService<IAgencies>().Create(agency)).ShouldBeTrue();
        return agency;
    }

    internal async Task<Person> MakeAccountAsync(Role role, Agency agency, string? userName = null)
    {
        await using var scope = Services.CreateAsyncScope();
        userName ??= $"{role.Name()}{Next()}";
        var (account, result) = await scope.ServiceProvider.GetRequiredService<AccountMaker>()
            .MakeAsync(agency.Id, userName, userName, Password, role);
        result.Succeeded.ShouldBeTrue(string.Join(' ', result.Errors.Select(error => error.Description)));
        return new Person(account.Id, userName, agency);
    }

    /// <summary>Changes an account as the site's own code would.</summary>
    public async Task ChangeAccountAsync(Person person, Func<UserManager<Account>, Account, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await change(accounts, (await accounts.FindByIdAsync(person.Id))!);
    }

    public async Task<Visitor> SignInAsync(Person person, string password = Password)
    {
        var visitor = Visit();
        var answer = await visitor.PostFormAsync("/account/sign-in", new() { ["UserName"] = person.UserName, ["Password"] = password });
        await answer.ShouldBeAsync(System.Net.HttpStatusCode.Redirect);
        return visitor;
    }

    /// <summary>A new account of this role, signed in.</summary>
    internal async Task<Visitor> SignInAsync(Role role, Agency agency) => await SignInAsync(await MakeAccountAsync(role, agency));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DataFolder", Folder);
        builder.UseSetting("Logging:LogLevel:Microsoft", "Error");
        // Simulated players who play for medians in the background would take the processor from what is tested.
        builder.UseSetting("Figures:SimulatedRuns", "0");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.AddSingleton(new StartLines(Console)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        if (!KeepFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private int Next() => Interlocked.Increment(ref _made);
}

public sealed record Person(string Id, string UserName, Agency Agency);
