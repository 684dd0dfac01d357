using System.Text.Json;
using HanoiAcademy.Content.Rehearsals;
using HanoiAcademy.Storage.Contributions;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Contributions.Rehearsing;

/// <summary>Asks for rehearsals and wakes who plays them.</summary>
internal sealed class RehearsalDesk(IRehearsals rehearsals, IOptions<ContributionsOptions> options, TimeProvider time)
{
    private readonly SemaphoreSlim _asked = new(0);

    public async Task<KeepAnswer> Ask(Contribution contribution)
    {
        var now = time.GetUtcNow();
        var runs = RehearsalRun.Plan(options.Value.RehearsalRuns, 1).Count;
        var answer = await rehearsals.Ask(new KeptRehearsal { ContributionId = contribution.Id, Number = contribution.Version, Runs = runs, AskedWall = now, SeenWall = now });
        if (answer == KeepAnswer.Kept)
            _asked.Release();
        return answer;
    }

    /// <summary>Until somebody asks on this node, or so long has passed: another node may have been asked and died.</summary>
    public Task<bool> WaitAsync(TimeSpan most, CancellationToken cancel) => _asked.WaitAsync(most, cancel);

    public static string Write(IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(findings, JsonSerializerOptions.Web);

    public static IReadOnlyList<Finding> Read(KeptRehearsal rehearsal) => JsonSerializer.Deserialize<List<Finding>>(rehearsal.Findings, JsonSerializerOptions.Web) ?? [];
}
