using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>The keys of scenario.yaml, each list handed to its reader.</summary>
internal static partial class TopReader
{
    public const int MostInjects = 500;
    public const int MostActions = 200;
    public const int MostTeams = 40;
    public const int MostSeats = 1_000;

    public static Scenario Read(Item i)
    {
        // First, because every text that follows is in the scenario's first language.
        var languages = StatesReader.Languages(i, "languages", required: false);
        i.Binding.Language = languages.FirstOrDefault("en");
        if (languages.Length > Translations.MostLanguages)
            i.Fields.Wrong("languages", "too-many", $"A scenario may have {Translations.MostLanguages} languages; take some out.");
        i.Binding.Translations.Load(languages.Skip(1));
        var plans = i.Each("adversary", "an adversary plan", AdversaryReader.Read, most: AdversaryReader.MostPlans);
        var scenario = new Scenario
        {
            Schema = i.Fields.Int("schema", 1, 1),
            Id = Id(i),
            Version = Version(i),
            Title = i.Text("title"),
            Summary = i.TextOrEmpty("summary"),
            Assumption = i.TextOrEmpty("assumption"),
            Mode = i.Word("mode", Words.Mode, "tabletop"),
            Languages = languages.Length == 0 ? ["en"] : languages,
            Guidance = i.Fields.Bool("guidance"),
            PlannedMs = i.MsOr("planned", 0),
            States = i.Each("states", "a State", StatesReader.Read, most: 40),
            Authorities = i.Each("authorities", "an authority", AuthoritiesReader.Read),
            Treaties = i.Each("treaties", "a treaty", StatesReader.ReadTreaty),
            Teams = i.Each("teams", "a team", TeamsReader.Read, required: true, most: MostTeams),
            Contacts = i.Each("contacts", "a contact", WorldReader.Contact),
            Assets = i.Each("assets", "an asset", WorldReader.Asset),
            Meters = i.Each("meters", "a meter", WorldReader.Meter, most: 100),
            Flags = i.Each("flags", "a flag", WorldReader.Flag),
            DataSets = i.Each("dataSets", "a data set", WorldReader.DataSet),
            Properties = i.Each("properties", "a property", WorldReader.Property, most: 100),
            Evidence = i.Each("evidence", "an evidence item", EvidenceReader.Read),
            Actions = i.Each("actions", "an action", ActionsReader.Read, most: MostActions),
            Adversary = [.. plans.Select(p => p.Plan)],
            Matters = i.Each("matters", "a matter", RequestsReader.Matter, most: 100),
            IncomingRequests = i.Each("incomingRequests", "an incoming request", RequestsReader.Incoming, most: 100),
            Pools = i.Each("pools", "a pool", PoolsReader.Read, most: 50),
            Decisions = i.Each("decisions", "a decision", DecisionsReader.Read, most: 100),
            Courts = i.Each("courts", "a court", CourtsReader.Read, most: 40),
            Questionnaires = i.Each("questionnaires", "a questionnaire", FormsReader.Questionnaire, most: 20),
            Objectives = i.Each("objectives", "an objective", ScoringReader.Objective),
            Penalties = i.Each("penalties", "a penalty", ScoringReader.Penalty),
            Phases = i.Each("phases", "a phase", StoryReader.Phase, most: 40),
            Ends = i.Each("ends", "an end", StoryReader.End, most: 40),
        };
        scenario = scenario with { Actions = [.. scenario.Actions, .. AdversaryReader.Cast(scenario, plans, i)] };
        EvidenceReader.CheckTotal(i, scenario.Evidence);
        if (scenario.Teams.Sum(t => t.Roles.Sum(r => r.Seats)) > MostSeats)
            i.Fields.Wrong("teams", "too-many", $"All teams together may have {MostSeats} seats; take some out.");
        return scenario with { DataSets = RetentionReader.Resolve(i, scenario) };
    }

    /// <summary>All files in injects/, in the order of their names.</summary>
    public static ImmutableArray<Inject> Injects(Binding b)
    {
        var files = b.Folder.Files.Where(f => f.Path.StartsWith("injects/", StringComparison.Ordinal) && f.Path.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        if (files.Length == 0)
            b.Problems.Add(new(b.Folder.NameOf(ScenarioReader.MainFile), 1, 1, "injects-missing", "A drill needs injects; write the first as injects/010-startex.md."));
        if (files.Length > MostInjects)
            b.Problems.Add(new(b.Folder.NameOf(files[MostInjects].Path), 1, 1, "too-many", $"A scenario may have {MostInjects} injects; here are {files.Length}. Split it into two drills."));
        return [.. InjectReader.ReadAll(files.Take(MostInjects).Select(f => f.Path), b)];
    }

    private static string Id(Item i)
    {
        var id = i.Fields.Text("id");
        var folder = i.Binding.Folder.Name[(i.Binding.Folder.Name.LastIndexOf('/') + 1)..];
        if (id.Length > 0 && !Item.IdPattern.IsMatch(id))
            i.Fields.Wrong("id", "id-shape", $"‘{id}’ cannot be an id; write lower-case letters and digits with single dashes between.");
        else if (id.Length > 0 && id != folder)
            i.Fields.Wrong("id", "id-folder", $"The id must be the folder's name, ‘{folder}’; change one of the two.");
        return id;
    }

    private static string Version(Item i)
    {
        var version = i.Fields.TextOrNull("version") ?? "1.0.0";
        if (version.Length > 0 && !VersionPattern.IsMatch(version))
            i.Fields.Wrong("version", "version-shape", $"‘{version}’ is no version; write numbers with dots, such as 1.0.0.");
        return version;
    }

    [GeneratedRegex(@"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$")]
    private static partial Regex VersionPattern { get; }
}
