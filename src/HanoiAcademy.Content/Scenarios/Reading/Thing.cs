namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Kinds of things in a scenario that have an id of their own and can be named elsewhere.</summary>
internal enum Thing
{
    State,
    Authority,
    Team,
    Role,
    Seat,
    Contact,
    Reply,
    Asset,
    AssetState,
    Meter,
    Flag,
    DataSet,
    Property,
    Evidence,
    Action,
    Field,
    Choice,
    Questionnaire,
    Level,
    Plan,
    Step,
    Matter,
    IncomingRequest,
    Inject,
    Variant,
    Pool,
    Decision,
    Court,
    Option,
    Objective,
    Penalty,
    Phase,
    End,
}

internal static class ThingWords
{
    /// <summary>For a sentence: “‘x’ is no … of this scenario”.</summary>
    public static string Word(this Thing thing) => thing switch
    {
        Thing.State => "State",
        Thing.Role => "role (team.role)",
        Thing.Seat => "seat (team.role.number)",
        Thing.Reply => "reply (contact/reply)",
        Thing.AssetState => "asset state (asset/state)",
        Thing.DataSet => "data set",
        Thing.Evidence => "evidence item",
        Thing.IncomingRequest => "incoming request",
        Thing.Plan => "adversary plan",
        Thing.Step => "step of an adversary plan",
        Thing.Field => "field (action/field)",
        Thing.Option => "option (decision/option)",
        Thing.Variant => "variant (inject/variant)",
        _ => thing.ToString().ToLowerInvariant(),
    };

    /// <summary>Where such a thing is defined, for the mending half of the sentence.</summary>
    public static string Home(this Thing thing) => thing switch
    {
        Thing.Authority => "authorities",
        Thing.Role => "roles of a team",
        Thing.Seat => "roles of a team, with enough seats",
        Thing.Reply => "replies of the contact",
        Thing.AssetState => "states of the asset",
        Thing.DataSet => "dataSets",
        Thing.Evidence => "evidence",
        Thing.Property => "properties",
        Thing.IncomingRequest => "incomingRequests",
        Thing.Inject => "injects/*.md",
        Thing.Variant => "injects/ as 010-inject.variant.md",
        Thing.Field => "fields of the action",
        Thing.Option => "options of the decision",
        Thing.Penalty => "penalties",
        Thing.Plan => "adversary",
        Thing.Step => "steps of the plan in adversary",
        _ => thing.Word().ToLowerInvariant() + "s",
    };
}
