using System.Collections.Immutable;
using System.Text;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Packs;

/// <summary>
/// Makes a drill's pack: what the seed will bring is in it as it will come, so that a country on paper plays the same drill as the others. It shows what is still to
/// come, so both copies are for controllers to print; the trainees' is handed out sheet by sheet.
/// </summary>
public static class InjectPack
{
    public const int MostText = 20_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="team">
    /// What is for this team alone; null: for all that people play (side control has no paper), but in the trainees' copy without the attackers, whose briefs and
    /// sheets would tell the others what is coming. Theirs is printed by naming their team.
    /// Control's copy for one team names as triggers what that team does and sees; of the rest control will tell.
    /// </param>
    /// <param name="rest">Without what was delivered already.</param>
    public static Pack Of(DrillState state, Scenario scenario, string language, bool forControl, string? team = null, bool rest = false)
    {
        var sight = new Sight(scenario, language, null, null);
        var reader = new PackReader(scenario, team);
        var teams = scenario.Teams.Where(t => t.Side != "control" && (team is null ? forControl || t.Side != "attack" : t.Id == team)).ToImmutableArray();
        ImmutableArray<string> Theirs(ImmutableArray<string> who) => [.. teams.Where(t => Visibility.AddressesTeam(who, t.Id)).Select(t => t.Id)];
        // Who is named is named among them alone.
        ImmutableArray<string> Named(ImmutableArray<string> who) => [.. who.Where(w => IsFor([w]))];
        bool IsFor(IEnumerable<string> who) => who.Any(w => teams.Any(t => Visibility.AddressesTeam([w], t.Id)));
        return new Pack(sight.Say(scenario.Title), sight.Say(scenario.Summary), sight.Say(scenario.Assumption), forControl,
            [.. teams.Select(t => Team(scenario, sight, t))],
            [.. Sheets(state, scenario, sight, reader, teams, forControl).Where(sheet => !rest || sheet.GivenAt is null).OrderBy(sheet => sheet.GivenAt ?? sheet.At ?? long.MaxValue)],
            [.. scenario.Decisions.Where(d => IsFor(d.By)).Select(d => Decision(scenario, sight, reader, d with { By = Named(d.By) }, forControl))],
            [.. scenario.Actions.Where(a => IsFor(a.By)).Select(a => Action(state, scenario, sight, reader, a, Named(a.By), Theirs(a.By), forControl))],
            [.. scenario.Questionnaires.Where(q => IsFor(q.For)).Select(q => Questions(sight, q))],
            scenario.Matters.IsEmpty ? [] : [.. FormViews.Of(scenario)],
            [.. scenario.Contacts.Where(c => IsFor(c.Teams)).Select(c => new PackContact(sight.Say(c.Name), sight.Say(c.About), Theirs(c.Teams)))],
            forControl ? [.. scenario.Objectives.Where(o => teams.Any(t => t.Id == o.Team)).Select(o => Objective(scenario, sight, o))] : []);
    }

    private static PackTeam Team(Scenario scenario, Sight sight, Team t) => new(t.Id, sight.Say(t.Name),
        scenario.States.FirstOrDefault(s => s.Id == t.State) is { } state ? sight.Say(state.Name) : "", sight.Say(t.Brief.Html),
        [.. t.Roles.Select(r => new PackRole(r.Id, sight.Say(r.Name), sight.Say(r.Brief.Html)))]);

    private static IEnumerable<PackSheet> Sheets(DrillState state, Scenario scenario, Sight sight, PackReader reader, ImmutableArray<Team> teams, bool forControl)
    {
        var drawn = scenario.Pools.Where(p => p.When is null && !state.Pools.Contains(p.Id)).SelectMany(p => Pools.Plan(p, state.Seed, 0)).ToImmutableSortedDictionary(x => x.Inject, x => x.Due, StringComparer.Ordinal);
        var n = 0;
        foreach (var author in scenario.Injects.Concat(state.Written))
        {
            n++;
            var inject = InjectBook.Find(state, scenario, author.Id);
            var stands = state.Injects.GetValueOrDefault(inject.Id);
            var pool = scenario.Pools.FirstOrDefault(p => p.Members.Any(m => m.Injects.Contains(inject.Id)));
            var isOut = pool is not null && stands is null && (state.Pools.Contains(pool.Id) || pool.When is null && !drawn.ContainsKey(inject.Id));
            var isUnlucky = stands?.Status != "delivered" && inject.Chance < 100 && Luck.Percent(state.Seed, "", "inject " + inject.Id, 0) >= inject.Chance;
            if (isOut || isUnlucky || stands?.Status is "skipped" or "passed-over")
                continue;
            var given = stands?.Status == "delivered" ? stands.At : null;
            long? at = given ?? stands?.Due ?? (drawn.TryGetValue(inject.Id, out var due) ? due : inject.At);
            var wording = stands?.Variant ?? InjectBook.Draw(state.Seed, inject);
            var groups = ScenarioIndex.Of(scenario).Seats
                .Where(s => teams.Any(t => t.Id == s.Team.Id) && Visibility.AddressesSeat(inject.To, new Actor(s.Seat)))
                .GroupBy(s => VariantOf(inject, wording, s.Seat))
                .ToList();
            for (var g = 0; g < groups.Count; g++)
                yield return Sheet(state, scenario, sight, reader, inject, groups[g].Select(s => s.Seat).ToList(), groups.Count == 1 ? $"{n}" : $"{n}{(char)('a' + g % 26)}", at, given, wording, pool, forControl);
        }
    }

    /// <summary>Which wording a seat reads, by name.</summary>
    private static string VariantOf(Inject inject, string? drawn, string seat) =>
        inject.Variants.FirstOrDefault(v => v.For.Length > 0 && (v.For.Contains(new Actor(seat).Team) || v.For.Contains(new Actor(seat).TeamRole) || v.For.Contains(seat)))?.Id ?? drawn ?? "";

    internal static PackSheet Sheet(DrillState state, Scenario scenario, Sight sight, PackReader reader, Inject inject, List<string> seats, string code, long? at, long? given, string? wording, Pool? pool, bool forControl)
    {
        var first = new Actor(seats[0]);
        var worded = InjectBook.Worded(inject, wording, first.Team, first.TeamRole, first.Id);
        var from = inject.From is { } id && ScenarioIndex.Of(scenario).Contacts.Find(id) is { } contact ? contact.Name : inject.FromText;
        var zone = scenario.States.FirstOrDefault(s => s.Id == ScenarioIndex.Of(scenario).Teams[first.Team].State);
        return new PackSheet(code, inject.Id, at, at is { } moment ? StoryClock.At(scenario, StoryClock.PhaseAt(scenario, moment), moment) : null,
            zone?.OffsetMinutes ?? 0, zone is null ? "UTC" : sight.Say(zone.ZoneName.IsEmpty ? zone.Name : zone.ZoneName), given,
            FeedViews.Names(Readers(scenario, seats), scenario, sight), inject.Channel, inject.Attention, sight.Say(from), sight.Say(worded.Subject),
            worded.Body.Html.IsEmpty ? null : sight.Say(worded.Body.Html), worded.Body.Html.IsEmpty ? sight.Say(worded.Body.Markdown) : null, inject.Tlp,
            [.. worded.Attachments.Select(a => Attachment(sight, ScenarioIndex.Of(scenario).Evidence[a]))],
            forControl ? sight.Say(inject.Title) : null,
            forControl && at is null ? [.. PackTriggers.Of(scenario, sight, reader, inject, pool)] : [],
            forControl ? [.. InjectBook.Expected(inject, state.Injects.GetValueOrDefault(inject.Id)).Select(e => e.Act).Where(e => seats.Exists(s => new Actor(s).Team == new Actor(e.By).Team)).Select(e => PackAnswers.Of(scenario, sight, e))] : [],
            forControl ? sight.SayOrNull(inject.Controller) : null, forControl ? sight.SayOrNull(inject.Notes) : null);
    }

    /// <summary>Whole teams by their name, else roles.</summary>
    private static ImmutableArray<string> Readers(Scenario scenario, List<string> seats) =>
        [.. ScenarioIndex.Of(scenario).Seats.GroupBy(s => s.Team.Id).SelectMany(team => team.All(s => seats.Contains(s.Seat)) ? [team.Key]
            : team.Where(s => seats.Contains(s.Seat)).Select(s => new Actor(s.Seat).TeamRole).Distinct())];

    private static PackAttachment Attachment(Sight sight, EvidenceItem item)
    {
        var bytes = Convert.FromBase64String(item.Content);
        return new PackAttachment(sight.Say(item.Name), item.FileName, item.MediaType, bytes.Length, item.Sha256, bytes.Length > MostText ? null : Words(bytes));
    }

    private static string? Words(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? null : text;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal static PackDecision Decision(Scenario scenario, Sight sight, PackReader reader, Decision d, bool forControl) => new(d.Id, sight.Say(d.Title), sight.Say(d.Body.Html), FeedViews.Names(d.By, scenario, sight), d.At, d.WithinMs,
        [.. d.Options.Select(o => new PackOption(o.Id, sight.Say(o.Name), forControl && !o.Consequence.IsEmpty ? sight.Say(o.Consequence) : null))],
        forControl && d.At is null ? [.. PackTriggers.Of(scenario, sight, reader, d)] : []);

    private static PackAction Action(DrillState state, Scenario scenario, Sight sight, PackReader reader, ActionDefinition a, ImmutableArray<string> by, ImmutableArray<string> of, bool forControl)
    {
        var team = ScenarioIndex.Of(scenario).Steps.Find(a.Id)?.LuckOf ?? new Actor(a.By[0]).Team;
        return new PackAction(a.Id, sight.Say(a.Name), sight.Say(a.About), sight.Say(a.Group), FeedViews.Names(by, scenario, sight), a.DurationMs, a.Repeat, a.RestsOn, QuestionViews.Fields(a.Fields, sight), of,
            forControl ? Luck.Percent(state.Seed, team, "action " + a.Id, 1) < a.Chance ? "done" : "failed" : null,
            forControl ? sight.SayOrNull(a.DoneText) : null, forControl ? sight.SayOrNull(a.FailText) : null,
            forControl ? [.. a.Requires.Select(r => PackConditions.Of(scenario, sight, reader, r.When))] : []);
    }

    private static QuestionnaireView Questions(Sight sight, Questionnaire q) =>
        new(q.Id, sight.Say(q.Title), sight.Say(q.Intro), QuestionViews.Fields(q.Fields, sight), q.At ?? 0, true, null, null);

    internal static PackObjective Objective(Scenario scenario, Sight sight, Objective o) => new(o.Id, sight.Say(ScenarioIndex.Of(scenario).Teams[o.Team].Name), sight.Say(o.Name), o.Points, o.By,
        [.. o.Rubric.Select(l => new LevelView(l.Id, sight.Say(l.Words), l.Points))]);
}
