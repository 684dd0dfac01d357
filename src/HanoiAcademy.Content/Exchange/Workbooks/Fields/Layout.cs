using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>The sheets of the workbook and their columns: all that it holds.</summary>
internal static class Layout
{
    private static readonly TextCell Text = TextCell.One;
    private static readonly PartCell Part = new();

    public static readonly IReadOnlyList<Field> Drill =
    [
        new KeyField(ThingKind.Drill, "id", Text) { IsFixed = true },
        new KeyField(ThingKind.Drill, "title", Text) { IsRequired = true },
        new KeyField(ThingKind.Drill, "summary", Text),
        new LanguageField { IsFixed = true },
        new KeyField(ThingKind.Drill, "planned", new DurationCell()),
        new StartField(),
    ];

    public static readonly SheetLayout Teams = new("teams",
    [
        new(ThingKind.Team,
        [
            new KeyField(ThingKind.Team, "name", Text) { Width = 26, IsRequired = true },
            new KeyField(ThingKind.Team, "side", new WordCell("side")) { Width = 13 },
            new KeyField(ThingKind.Team, "state", Text) { Width = 13 },
            new FileField(ThingKind.Team, "brief", "briefs") { Width = 44 },
        ]),
        new(ThingKind.Role,
        [
            new KeyField(ThingKind.Role, "name", Text) { Width = 26, IsRequired = true },
            new KeyField(ThingKind.Role, "seats", new NumberCell(1, 50)) { Width = 8 },
            new KeyField(ThingKind.Role, "free", new BoolCell()) { Width = 10 },
            new FileField(ThingKind.Role, "brief", "briefs") { Width = 44 },
        ]),
    ]);

    public static readonly SheetLayout Injects = new("injects",
    [
        new(ThingKind.Inject,
        [
            new OrderField { Width = 8 },
            new KeyField(ThingKind.Inject, "title", Text) { Width = 28 },
            new WhenField(ThingKind.Inject, "time") { Width = 16 },
            new KeyField(ThingKind.Inject, "to", new ListCell()) { Width = 18, IsRequired = true, Offer = Offer.Readers },
            new KeyField(ThingKind.Inject, "channel", new WordCell("channel")) { Width = 12 },
            new KeyField(ThingKind.Inject, "attention", new WordCell("attention")) { Width = 12 },
            new SenderField { Width = 22 },
            new KeyField(ThingKind.Inject, "subject", Text) { Width = 30, IsRequired = true },
            new BodyField { Width = 60, IsRequired = true },
            new KeyField(ThingKind.Inject, "tlp", new WordCell("tlp")) { Width = 14 },
            new KeyField(ThingKind.Inject, "expected", new ExpectedCell()) { Width = 60 },
            new KeyField(ThingKind.Inject, "objectives", new ListCell()) { Width = 24 },
            new KeyField(ThingKind.Inject, "techniques", new ListCell()) { Width = 16 },
            new KeyField(ThingKind.Inject, "articles", new ListCell()) { Width = 10 },
            new KeyField(ThingKind.Inject, "attachments", new ListCell()) { Width = 18 },
            new KeyField(ThingKind.Inject, "effects", new PartsCell()) { Width = 36 },
            new KeyField(ThingKind.Inject, "replyTo", Text) { Width = 16 },
            new KeyField(ThingKind.Inject, "chance", new NumberCell(1, 100)) { Width = 9 },
        ]),
    ]);

    public static readonly SheetLayout Decisions = new("decisions",
    [
        new(ThingKind.Decision,
        [
            new KeyField(ThingKind.Decision, "title", Text) { Width = 32, IsRequired = true },
            new KeyField(ThingKind.Decision, "by", new ListCell()) { Width = 20, IsRequired = true, Offer = Offer.Roles },
            new WhenField(ThingKind.Decision, "opens") { Width = 22 },
            new KeyField(ThingKind.Decision, "within", new DurationCell()) { Width = 10 },
            new FileField(ThingKind.Decision, "text", "decisions") { Width = 50 },
        ]),
        new(ThingKind.Option,
        [
            new KeyField(ThingKind.Option, "name", Text) { Width = 40, IsRequired = true },
            new KeyField(ThingKind.Option, "consequence", Text) { Width = 44 },
            new KeyField(ThingKind.Option, "effects", new PartsCell()) { Width = 40 },
        ]),
    ]);

    public static readonly SheetLayout Requests = new("requests",
    [
        new(ThingKind.Matter,
        [
            new KeyField(ThingKind.Matter, "name", Text) { Width = 34, IsRequired = true },
            new KeyField(ThingKind.Matter, "kind", new WordCell("kind")) { Width = 20, IsRequired = true, Twin = ["model", "kind"] },
            new KeyField(ThingKind.Matter, "from", Text) { Width = 18, IsRequired = true, Twin = ["model", "from"] },
            new KeyField(ThingKind.Matter, "to", Text) { Width = 18, IsRequired = true, Twin = ["model", "to"] },
            new KeyField(ThingKind.Matter, "channel", new WordCell("way"), "model", "channel") { Width = 18 },
            new KeyField(ThingKind.Matter, "basis", new WordCell("basis"), "model", "basis") { Width = 16 },
            new KeyField(ThingKind.Matter, "data", new ListCell(), "needed", "dataSets") { Width = 22, Twin = ["model", "scope", "dataSets"] },
            new KeyField(ThingKind.Matter, "classes", new ListCell("class"), "needed", "classes") { Width = 14, Twin = ["model", "scope", "classes"] },
            new KeyField(ThingKind.Matter, "identifiers", new ListCell(), "needed", "identifiers") { Width = 24, Twin = ["model", "scope", "identifiers"] },
            new KeyField(ThingKind.Matter, "first", new StoryCell(), "needed", "from") { Width = 22, Twin = ["model", "scope", "from"] },
            new KeyField(ThingKind.Matter, "last", new StoryCell(), "needed", "to") { Width = 22, Twin = ["model", "scope", "to"] },
            new KeyField(ThingKind.Matter, "property", new ListCell(), "needed", "property") { Width = 16, Twin = ["model", "scope", "property"] },
            new KeyField(ThingKind.Matter, "fields", new FormCell(), "model", "fields") { Width = 60 },
            new KeyField(ThingKind.Matter, "points", new NumberCell(0, 1000)) { Width = 8 },
        ]),
    ]);

    public static readonly SheetLayout Objectives = new("objectives",
    [
        new(ThingKind.Objective,
        [
            new KeyField(ThingKind.Objective, "team", Text) { Width = 18, IsRequired = true, Offer = Offer.Teams },
            new KeyField(ThingKind.Objective, "name", Text) { Width = 50, IsRequired = true },
            new KeyField(ThingKind.Objective, "points", new NumberCell(1, 1000)) { Width = 8, IsRequired = true },
            new KeyField(ThingKind.Objective, "group", new WordCell("group")) { Width = 16 },
            new KeyField(ThingKind.Objective, "when", Part) { Width = 44 },
            new KeyField(ThingKind.Objective, "by", new DurationCell()) { Width = 10 },
            new KeyField(ThingKind.Objective, "rubric", new RubricCell()) { Width = 50 },
            new KeyField(ThingKind.Objective, "lesson", Text) { Width = 34 },
        ]),
    ]);

    /// <summary>In the order of their tabs, behind the first one.</summary>
    public static readonly IReadOnlyList<SheetLayout> Sheets = [Teams, Injects, Decisions, Requests, Objectives];

    public static IReadOnlyList<Field> Of(ThingKind kind) => kind == ThingKind.Drill ? Drill : Sheets.SelectMany(s => s.Parts).First(p => p.Kind == kind).Fields;
}

/// <param name="Name">Key of its tab's name.</param>
/// <param name="Parts">The kinds of things in a row, the owner first: a team and one of its roles.</param>
internal sealed record SheetLayout(string Name, IReadOnlyList<SheetPart> Parts);

/// <param name="Kind">What it is.</param>
/// <param name="Fields">Columns, after the one with the id.</param>
internal sealed record SheetPart(ThingKind Kind, IReadOnlyList<Field> Fields)
{
    /// <summary>Key of the heading of the id's column.</summary>
    public string IdKey => $"{Kind.ToString().ToLowerInvariant()}.id";
}
