using System.Collections.Immutable;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>Who leads a country's drill there. Account and UserName: of one who was appointed; he sees and steers that drill alone.</summary>
internal sealed record LocalController(string Drill, string Account, string UserName, string Name);

/// <summary>
/// Each country's own controllers: leads of its drill, and of no other. They are chosen when the exercise is launched, or later; the drill's own list of
/// controllers is where they are kept.
/// </summary>
internal sealed class LocalControllers(IExercises exercises, IDrillControllers controllers, ControlOffice office, IAccountDirectory accounts)
{
    public const int MostOfDrill = 10;
    private const string Lead = "lead";

    /// <summary>Before anything is written: everybody named is an account of an agency in that drill.</summary>
    /// <param name="agencies">The ids of those that are in it.</param>
    public async Task<LaunchRefusal?> Check(ExerciseMember member, IEnumerable<string> agencies)
    {
        if (member.Controllers.Length > MostOfDrill)
            return new LaunchRefusal("too-many", $"{MostOfDrill}");
        if (member.Controllers.Length == 0)
            return null;
        var known = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var agency in agencies.Distinct(StringComparer.Ordinal))
            known.UnionWith((await accounts.InAgency(agency)).Where(account => !account.Disabled).Select(account => account.UserName));
        return member.Controllers.FirstOrDefault(name => !known.Contains(name.Trim())) is { } nobody ? new LaunchRefusal("no-such-controller", nobody) : null;
    }

    public async Task AppointAll(ExerciseEntry exercise, ImmutableArray<ExerciseMember> members, string by)
    {
        foreach (var (drill, member) in (await exercises.Drills(exercise.Id)).Zip(members))
            foreach (var name in member.Controllers)
                await office.Appoint(drill, name, Lead, by, CancellationToken.None);
    }

    /// <returns>Null, or the code of why not.</returns>
    public async Task<string?> Appoint(ExerciseEntry exercise, string? drill, string? userName, string by, CancellationToken cancel) =>
        (await exercises.Drills(exercise.Id, cancel)).FirstOrDefault(one => one.Id == drill) is not { } found ? "not-found"
        : await office.Appoint(found, userName, Lead, by, cancel) is null ? null : "no-such-controller";

    public async Task<bool> Dismiss(ExerciseEntry exercise, string drill, string account, CancellationToken cancel) =>
        (await exercises.Drills(exercise.Id, cancel)).Any(one => one.Id == drill) && await controllers.Find(drill, account, cancel) is { Role: Lead } && await office.Dismiss(drill, account);

    /// <summary>By drill, in the order in which they were appointed.</summary>
    public async Task<IReadOnlyList<LocalController>> Of(ExerciseEntry exercise, CancellationToken cancel)
    {
        var all = new List<DrillController>();
        foreach (var drill in await exercises.Drills(exercise.Id, cancel))
            all.AddRange((await controllers.Of(drill.Id, cancel)).Where(one => one.Role == Lead));
        var names = (await accounts.Get([.. all.Select(one => one.AccountId).Distinct()], cancel)).ToDictionary(account => account.Id, StringComparer.Ordinal);
        return [.. all.Where(one => names.ContainsKey(one.AccountId)).Select(one => new LocalController(one.DrillId, one.AccountId, names[one.AccountId].UserName, names[one.AccountId].DisplayName))];
    }
}
