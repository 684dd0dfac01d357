using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Research;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Server.Drills.Research;

/// <summary>Writes a drill for research, a window of its log at a time, so that its length costs no memory.</summary>
internal sealed class ResearchDesk(IPeoplesData data, ISeatingPlan plan, IAccountDirectory accounts, IDrillControllers controllers, LaunchedScenarios scenarios)
{
    private const int Window = 500;
    private const int KeyBytes = 32;

    /// <summary>Who directs it, or instructs in the agency that launched it: the seat's team alone does not make it anybody's to give away.</summary>
    public static bool MayExport(DrillCaller caller, Viewer viewer) => caller.IsDirector || Access.MayLaunch(viewer, caller.Drill.AgencyId);

    public async Task Write(DrillEntry drill, bool withText, Stream to, CancellationToken cancel)
    {
        var scenario = await scenarios.Get(drill.ContentSha256, cancel);
        var lines = new ResearchLines(
            new ResearchHeader(scenario.Id, drill.ContentSha256, scenario.Languages.IsDefaultOrEmpty ? [scenario.Language] : scenario.Languages, scenario.Phases.OrderBy(phase => phase.At).FirstOrDefault()?.Story, scenario.PlannedMs, withText),
            await Names(drill, scenario, cancel));
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(lines.Header().AsMemory(), cancel);
        var last = await data.LastVersion(drill.Id, cancel);
        for (var after = 0L; after < last; after += Window)
        {
            foreach (var row in await data.Log(drill.Id, after, Math.Min(after + Window, last), cancel))
                foreach (var line in lines.Row(row.Version, row.Seat, row.At, row.Events))
                    await writer.WriteLineAsync(line.AsMemory(), cancel);
            await writer.FlushAsync(cancel);
        }
    }

    /// <summary>Every seat that acted or could have, and the names of everybody who sits, controls or launched; a new key, which is kept nowhere.</summary>
    private async Task<ResearchNames> Names(DrillEntry drill, Scenario scenario, CancellationToken cancel)
    {
        var seated = await plan.Who(drill.Id, cancel);
        var people = seated.Select(holder => holder.AccountId).Concat((await controllers.Of(drill.Id, cancel)).Select(controller => controller.AccountId)).Append(drill.CreatedBy)
            .OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = people.Count == 0 ? [] : await accounts.Get(people, cancel);
        var seats = SeatPlace.All(scenario, [], "").Select(place => place.Seat).Concat(seated.Select(holder => holder.Seat)).Concat(await Actors(drill, cancel));
        return new ResearchNames(
            seats.Where(seat => seat != Actor.System.Id),
            known.SelectMany(account => new[] { account.DisplayName, account.UserName }).Concat(seated.Select(holder => holder.GuestName).OfType<string>()),
            RandomNumberGenerator.GetBytes(KeyBytes));
    }

    private async Task<SortedSet<string>> Actors(DrillEntry drill, CancellationToken cancel)
    {
        var actors = new SortedSet<string>(StringComparer.Ordinal);
        var last = await data.LastVersion(drill.Id, cancel);
        for (var after = 0L; after < last; after += Window)
            actors.UnionWith((await data.Log(drill.Id, after, after + Window, cancel)).Select(row => row.Seat));
        return actors;
    }
}
