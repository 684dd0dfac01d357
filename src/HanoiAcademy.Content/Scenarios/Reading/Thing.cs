namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Kinds of things in a scenario that have an id of their own and can be named elsewhere.</summary>
internal enum Thing
{
    State,
    Authority,
    Team,
    Role,
    Contact,
    Asset,
    AssetState,
    Meter,
    Flag,
    DataSet,
    Evidence,
    Action,
    Matter,
    IncomingRequest,
    Inject,
    Decision,
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
        Thing.AssetState => "asset state (asset/state)",
        Thing.DataSet => "data set",
        Thing.Evidence => "evidence item",
        Thing.IncomingRequest => "incoming request",
        Thing.Option => "option (decision/option)",
        _ => thing.ToString().ToLowerInvariant(),
    };

    /// <summary>Where such a thing is defined, for the mending half of the sentence.</summary>
    public static string Home(this Thing thing) => thing switch
    {
        Thing.Authority => "authorities",
        Thing.Role => "roles of a team",
        Thing.AssetState => "states of the asset",
        Thing.DataSet => "dataSets",
        Thing.Evidence => "evidence",
        Thing.IncomingRequest => "incomingRequests",
        Thing.Inject => "injects/*.md",
        Thing.Option => "options of the decision",
        Thing.Penalty => "penalties",
        _ => thing.Word().ToLowerInvariant() + "s",
    };
}
