using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Accounts;

/// <summary>Sample accounts for --demo. Their passwords stand here for everybody to read; a database that holds them is marked.</summary>
internal static class DemoAccounts
{
    public const string Password = "demo-only-password";

    public static readonly IReadOnlyList<(string UserName, string Name, Role Role)> People =
    [
        ("demo.admin", "Demo Administrator", Role.Administrator),
        ("demo.instructor", "Demo Instructor", Role.Instructor),
        ("demo.trainee", "Demo Trainee", Role.Trainee),
        ("demo.trainee2", "Second Demo Trainee", Role.Trainee),
    ];

    /// <summary>The account that launches the demo's own drill.</summary>
    public const string InstructorUserName = "demo.instructor";

    public static async Task MakeAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!services.GetRequiredService<IOptions<HostingOptions>>().Value.Demo)
            return;

        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var maker = scope.ServiceProvider.GetRequiredService<AccountMaker>();
        var agency = await FirstAdministrator.FirstAgencyAsync(
            services.GetRequiredService<IAgencies>(), services.GetRequiredService<IOptions<AccountsOptions>>().Value, services.GetRequiredService<TimeProvider>(), cancel);
        var lines = services.GetRequiredService<StartLines>();
        foreach (var (userName, name, role) in People)
        {
            if (await accounts.FindByNameAsync(userName) is null)
                await maker.MakeAsync(agency.Id, userName, name, Password, role);
            lines.Write($"  Demo account: {userName}, password {Password} ({role.Name()}).");
        }
    }
}
