namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>The usual order of keys in each map, as scenarios/README writes it: says where a new key goes.</summary>
internal static class KeyOrder
{
    public static readonly string[] Top =
    [
        "schema", "id", "version", "title", "summary", "assumption", "mode", "languages", "planned", "guidance", "states", "authorities", "treaties", "teams", "contacts", "assets",
        "meters", "flags", "properties", "dataSets", "evidence", "courts", "actions", "adversary", "matters", "incomingRequests", "pools", "questionnaires", "decisions", "objectives",
        "penalties", "phases", "ends",
    ];

    private static readonly string[] Inject =
    [
        "title", "at", "when", "after", "contingency", "to", "channel", "attention", "from", "fromText", "subject", "tlp", "replyTo", "chance", "attachments", "effects", "techniques",
        "articles", "objectives", "expected",
    ];

    private static readonly string[] Team = ["id", "name", "side", "state", "roles"];
    private static readonly string[] Role = ["id", "name", "seats", "free"];
    private static readonly string[] Decision = ["id", "title", "by", "at", "when", "within", "options", "lapseEffects", "restsOn"];
    private static readonly string[] Option = ["id", "name", "effects", "consequence"];
    private static readonly string[] Objective = ["id", "team", "name", "points", "group", "when", "by", "atEnd", "measure", "rubric", "lesson"];
    private static readonly string[] Matter = ["id", "name", "kind", "from", "to", "channel", "basis", "needed", "facts", "path", "model", "points"];
    private static readonly string[] Form = ["kind", "from", "to", "channel", "basis", "scope", "fields", "attachments"];
    private static readonly string[] Scope = ["dataSets", "classes", "identifiers", "from", "to", "property", "amount"];

    /// <param name="kind">The thing.</param>
    /// <param name="path">Keys from its map on.</param>
    /// <param name="at">The one that is to be placed.</param>
    public static IReadOnlyList<string> Of(ThingKind kind, IReadOnlyList<string> path, int at) => (kind, at == 0 ? "" : path[at - 1]) switch
    {
        (_, "needed" or "scope") => Scope,
        (_, "model") => Form,
        (_, "fields") => [],
        (ThingKind.Drill, _) => Top,
        (ThingKind.Team, _) => Team,
        (ThingKind.Role, _) => Role,
        (ThingKind.Inject, _) => Inject,
        (ThingKind.Decision, _) => Decision,
        (ThingKind.Option, _) => Option,
        (ThingKind.Objective, _) => Objective,
        _ => Matter,
    };
}
