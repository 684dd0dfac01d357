using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Exercises;

/// <summary>Exercise: as it was kept. Code: why there is none.</summary>
internal sealed record ExerciseLaunched(ExerciseEntry? Exercise, LaunchRefusal? Refusal = null);

/// <summary>
/// Pins a scenario once and draws one seed for all drills of an exercise: luck hangs on the seed, the team, the thing and how often, so drills in which the
/// same is done go the same. All of it is kept together, or nothing.
/// </summary>
internal sealed class ExerciseLauncher(LaunchCheck check, IContentStore content, IExercises exercises, LocalControllers local, TimeProvider time)
{
    public const int MostDrills = 40;
    public const int LongestName = 40;
    private const string Between = ": ";
    public static readonly int LongestTitle = LaunchCheck.LongestTitle - LongestName - Between.Length;

    public async Task<ExerciseLaunched> Launch(ExerciseOrder order, string launcher, string agencyId)
    {
        var (pinned, refused) = await check.Scenario(order.Scenario, agencyId, order.Speed, order.AfterCrash, order.NoController);
        if (pinned is null)
            return new ExerciseLaunched(null, refused);
        (var title, refused) = LaunchCheck.Title(order.Title, DrillLauncher.OwnTitle(pinned.Scenario));
        refused ??= title.Length > LongestTitle ? new LaunchRefusal("bad-title", $"{LongestTitle}") : Names(order);
        if (!ComparisonLevel.Every.Contains(order.Comparison))
            refused ??= new LaunchRefusal("bad-choice", string.Join(", ", ComparisonLevel.Every));
        if (refused is not null)
            return new ExerciseLaunched(null, refused);
        var admitted = new List<IReadOnlyList<string>>();
        foreach (var member in order.Drills)
        {
            (var ids, refused) = await check.Agencies(member.Agencies);
            refused ??= await local.Check(member, ids.Append(agencyId));
            if (refused is not null)
                return new ExerciseLaunched(null, refused);
            admitted.Add(ids);
        }

        var exercise = new ExerciseEntry
        {
            Id = Codes.NewDrillId(),
            AgencyId = agencyId,
            ScenarioId = order.Scenario,
            Title = title,
            ContentSha256 = await content.Put(pinned.Bytes),
            Comparison = order.Comparison,
            CreatedBy = launcher,
            CreatedWall = time.GetUtcNow(),
        };
        var seed = DrillLauncher.NewSeed();
        while (!await exercises.Create(exercise, [.. order.Drills.Select((member, n) => Drill(order, pinned.Scenario, exercise, seed, member, n, admitted[n]))]))
        {
            // Somebody has just drawn one of the join codes: all are drawn anew.
        }

        await local.AppointAll(exercise, order.Drills, launcher);
        return new ExerciseLaunched(exercise);
    }

    /// <summary>What a drill of this exercise is called there.</summary>
    public static string NameOf(ExerciseEntry exercise, DrillEntry drill) =>
        drill.Title.StartsWith(exercise.Title + Between, StringComparison.Ordinal) ? drill.Title[(exercise.Title.Length + Between.Length)..] : drill.Title;

    private static LaunchRefusal? Names(ExerciseOrder order)
    {
        if (order.Drills.Length is 0 or > MostDrills)
            return new LaunchRefusal("bad-number-of-drills", $"{MostDrills}");
        // The reader of JSON looks at what a property holds, not at what a list does.
        if (order.Drills.Any(member => member is null || member.Agencies.IsDefault || member.Agencies.Any(slug => slug is null) || member.Controllers.IsDefault || member.Controllers.Any(name => name is null)))
            return new LaunchRefusal("malformed", "$.drills");
        var names = order.Drills.Select(member => member.Name.Trim()).ToList();
        if (names.Exists(name => name.Length is 0 or > LongestName || name.Any(char.IsControl)))
            return new LaunchRefusal("bad-drill-name", $"{LongestName}");
        return names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice ? new LaunchRefusal("bad-repeated-name", twice.Key) : null;
    }

    private static NewDrill Drill(ExerciseOrder order, Scenario scenario, ExerciseEntry exercise, long seed, ExerciseMember member, int n, IReadOnlyList<string> admitted)
    {
        // A microsecond apart: the store lists them in the order in which they were named.
        var drill = DrillLauncher.Entry(order.ForEach(), scenario, exercise.Title + Between + member.Name.Trim(), exercise.ContentSha256, exercise.CreatedBy, exercise.AgencyId, exercise.CreatedWall.AddMicroseconds(n))
            with
        { ExerciseId = exercise.Id };
        return new NewDrill(drill, DrillLauncher.Opening(order.ForEach(), scenario, drill, seed) with { Agencies = admitted });
    }
}
