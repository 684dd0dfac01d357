using System.Globalization;
using System.Text.Json;
using HanoiAcademy.Content.Exchange.Html;
using HanoiAcademy.Content.Exchange.Json;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Exchange.Blueprint;

/// <summary>A MSEL that CMU Crucible Blueprint exported as JSON: its events as a table, and around it teams, organisations, moves and their actions.</summary>
internal sealed class BlueprintSource(JsonIn json, string fileName) : IImportSource
{
    private const int MostMoves = 30;
    private const long MostMs = (long)Item.MostDrillDays * 86_400_000;
    private readonly SheetBook _book = BlueprintTable.Read(json, fileName);

    public static bool Is(JsonIn json) => json.Has(json.Root, "ScenarioEvents") && json.Has(json.Root, "DataFields");

    public string Words => "a Blueprint MSEL";

    private string Title => YamlText.OneLine(json.Text(json.Root, "Name")) is { Length: > 0 } name ? MselImport.Cut(name, 150) : DraftTitle.Of(fileName);

    public ImportLook Look(ColumnMapping? template)
    {
        var (mapping, look) = Proposed();
        return new(ImportKind.Blueprint, [look], template is null ? mapping : MappingFit.Fit(template, mapping), DraftTitle.Id(Title), Title, []);
    }

    private (ColumnMapping Mapping, SheetLook Look) Proposed()
    {
        var (mapping, look) = MappingProposal.Of(_book.Sheets[0]);
        return (new([BlueprintTable.Mapping(json, mapping)]), look with { HeadingRow = 1 });
    }

    public (ContentFolder? Folder, IReadOnlyList<ImportRow> Rows) Run(ImportOrder order, LossBook loss, ProblemList problems)
    {
        var proposed = Proposed().Mapping;
        var title = order.Title ?? Title;
        var draft = new DrillDraft(order.Id ?? DraftTitle.Id(title), title, order.Language) { Summary = MselImport.Cut(YamlText.OneLine(HtmlMarkdown.Plain(json.Text(json.Root, "Description"))), 1_000) };
        var import = new MselImport(draft, order.Mapping is null ? proposed : MappingFit.Fit(order.Mapping, proposed), order with { Sheets = null }, loss, problems, fileName);
        var teams = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        import.Run(_book, people => Teams(people, teams, loss));
        if (problems.HasErrors)
            return (null, import.Rows);
        Organisations(draft, loss);
        Moves(draft, teams, loss);
        foreach (var (list, what) in Left)
            if (json.Each(json.Root, list).Count() is var n and > 0)
                loss.Dropped("", string.Create(CultureInfo.InvariantCulture, $"{n} {what}."));
        return (DraftFolder.Write(draft), import.Rows);
    }

    private static readonly (string List, string What)[] Left =
    [
        ("Cards", "Gallery cards (what they group comes as injects; there is no wall of cards)"), ("CiteRoles", "roles of CITE; write ‘roles’ of your teams where they matter"), ("CiteDuties", "duties of CITE; write ‘roles’ of your teams where they matter"),
        ("Pages", "pages; put what players need into briefs"), ("PlayerApplications", "applications of Player, which are addresses on somebody's own system"), ("Invitations", "invitations; people join by the drill's own code"),
        ("UserMselRoles", "roles of persons; they are given when the drill is launched"), ("MselCompetencies", "competencies"),
    ];

    private void Teams(MselPeople people, Dictionary<string, string> byId, LossBook loss)
    {
        var teams = json.Each(json.Root, "Teams").Concat(json.Each(json.Root, "MselTeams").Select(own => json.Get(own, "Team"))).Where(team => json.Text(team, "Name").Trim().Length > 0).ToList();
        foreach (var team in teams.DistinctBy(team => json.Text(team, "Id"), StringComparer.OrdinalIgnoreCase).Take(TopReader.MostTeams + 1))
        {
            var name = MselImport.Cut(YamlText.OneLine(json.Text(team, "Name")), 120);
            byId[json.Text(team, "Id")] = people.TeamOf(name, json.Text(team, "ShortName"));
            if (json.Each(team, "TeamUsers").Any() || json.Each(team, "Users").Any())
                loss.Dropped("", "Persons in teams: people take their seats when the drill is launched.");
        }
    }

    private void Organisations(DrillDraft draft, LossBook loss)
    {
        var ids = new Ids([.. draft.Contacts.Select(contact => contact.Id), "all", "control", "system"]);
        foreach (var organisation in json.Each(json.Root, "Organizations").Where(o => json.Text(o, "Name").Trim().Length > 0).Take(100))
        {
            var name = MselImport.Cut(YamlText.OneLine(json.Text(organisation, "Name")), 120);
            var about = MselImport.Cut(YamlText.OneLine(HtmlMarkdown.Plain(json.Text(organisation, "Description") is { Length: > 0 } description ? description : json.Text(organisation, "Summary"))), 500);
            var at = draft.Contacts.FindIndex(contact => contact.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
                draft.Contacts[at] = draft.Contacts[at] with { About = about };
            else if (!draft.Teams.Any(team => team.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                draft.Contacts.Add(new(ids.Give(name, "contact"), name, about));
            loss.Kept("", $"The organisation ‘{name}’ is somebody whom players can write to.");
        }
    }

    /// <summary>Each move begins a phase and tells its situation; the actions of CITE are what its teams are expected to do.</summary>
    private void Moves(DrillDraft draft, Dictionary<string, string> teams, LossBook loss)
    {
        var moves = json.Each(json.Root, "Moves").Select(move => (Number: json.Whole(move, "MoveNumber") ?? 0, AtMs: Math.Clamp(json.Whole(move, "DeltaSeconds") ?? -1, -1, MostMs) * 1_000, Move: move)).OrderBy(move => move.Number).ToList();
        if (moves.Count > MostMoves)
        {
            loss.Dropped("Moves", $"Of {moves.Count} moves the last {moves.Count - MostMoves}.");
            moves = moves[..MostMoves];
        }

        if (moves.Count == 0)
            return;
        var placed = moves[0].AtMs >= 0 && moves[^1].AtMs <= MostMs && moves.Zip(moves.Skip(1)).All(pair => pair.First.AtMs < pair.Second.AtMs);
        if (placed && Phases(moves) is { } phases)
        {
            draft.Phases.Clear();
            draft.Phases.AddRange(phases);
            loss.Kept("Moves", string.Create(CultureInfo.InvariantCulture, $"{phases.Count} moves are phases, each as far from the start as the file says."));
        }
        else
            loss.Dropped("Moves", "They are no phases: their times do not follow one another, or say no date for the story. Write ‘phases’ to have them.");
        var actions = json.Each(json.Root, "CiteActions").Select(action => (Move: json.Whole(action, "MoveNumber") ?? 0, Team: teams.GetValueOrDefault(json.Text(action, "TeamId")), Text: YamlText.OneLine(HtmlMarkdown.Plain(json.Text(action, "Description"))))).ToList();
        var ids = new Ids([.. draft.Injects.Select(inject => inject.Id)]);
        var number = draft.Injects.Select(inject => inject.Number).DefaultIfEmpty(0).Max();
        foreach (var (n, at, move) in moves)
        {
            var situation = HtmlMarkdown.Of(json.Text(move, "SituationDescription"));
            if (situation.Text.Length == 0 || draft.Injects.Count >= TopReader.MostInjects)
                continue;
            var where = string.Create(CultureInfo.InvariantCulture, $"move {n}");
            var id = ids.Give(string.Create(CultureInfo.InvariantCulture, $"situation-move-{n}"), "situation");
            var subject = YamlText.OneLine(HtmlMarkdown.Plain(json.Text(move, "Description")));
            var expected = actions.Where(action => action.Move == n && action.Team is not null && action.Text.Length > 0).Take(100).Select(action => new ExpectedDraft(MselImport.Cut(action.Text, 1_000), action.Team)).ToList();
            draft.Injects.Add(new()
            {
                Id = id,
                Number = ++number,
                Subject = subject.Length > 0 ? MselImport.Cut(subject, 200) : string.Create(CultureInfo.InvariantCulture, $"Move {n}"),
                AtMs = placed ? at : null,
                To = ["all"],
                Channel = "note",
                FromText = "Exercise control",
                Body = MselImport.CutBytes(situation.Text, 18_000),
                Expected = [.. expected.DistinctBy(e => (e.Text, e.Team))],
            });
            loss.Changed(where, $"Its situation is a note to all{(placed ? "" : ", held back")}{(expected.Count > 0 ? ", and CITE's actions of that move are expected of their teams" : "")}.", id);
            if (situation.Dropped.Count > 0)
                loss.Dropped(where, $"Of its situation: {string.Join(", ", situation.Dropped)}.", id);
        }

        if (actions.Count(action => action.Team is null || action.Text.Length == 0 || moves.All(move => move.Number != action.Move)) is var lost and > 0)
            loss.Dropped("", string.Create(CultureInfo.InvariantCulture, $"{lost} actions of CITE that name no team or move of the file."));
    }

    private List<PhaseDraft>? Phases(List<(long Number, long AtMs, JsonElement Move)> moves)
    {
        var start = When(json.Root, "StartTime");
        var phases = new List<PhaseDraft>();
        foreach (var (number, at, move) in moves)
        {
            if ((When(move, "SituationTime") ?? When(move, "MoveStartTime") ?? start?.AddMilliseconds(at)) is not { } story)
                return null;
            var name = YamlText.OneLine(HtmlMarkdown.Plain(json.Text(move, "Description")));
            // The first phase begins with the drill, so its story does earlier by as much.
            var first = phases.Count == 0 ? at : 0;
            phases.Add(new(string.Create(CultureInfo.InvariantCulture, $"move-{number}"), name.Length > 0 ? MselImport.Cut(name, 120) : string.Create(CultureInfo.InvariantCulture, $"Move {number}"), at - first, story.AddMilliseconds(-first)));
        }

        return phases.Select(phase => phase.Id).Distinct(StringComparer.Ordinal).Count() == phases.Count
            && phases.Zip(phases.Skip(1)).All(pair => pair.Second.Story >= pair.First.Story.AddMilliseconds(pair.Second.AtMs - pair.First.AtMs)) ? phases : null;
    }

    private DateTime? When(JsonElement of, string name) =>
        DateTimeOffset.TryParse(json.Text(of, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is >= 1900 and <= 2200 ? new DateTime(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerSecond) : null;
}
