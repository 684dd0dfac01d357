using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Server.Tests.Drills;

/// <summary>Two teams that must not see each other, three dated injects, one for each team and one for both; a contingency.</summary>
internal static class SmallDrill
{
    public const string Analyst = "bank.analyst.1";
    public const string Officer = "police.officer.1";
    public const string Director = "control.director.1";
    public const string BankSecret = "Only the bank may read this";
    public const string PoliceSecret = "Only the police may read this";

    public static Scenario Scenario { get; } = new()
    {
        Id = "small",
        Version = "1",
        Title = T("A small drill"),
        PlannedMs = 600_000,
        States = [new StateProfile { Id = "sundara", Name = T("Sundara"), OffsetMinutes = 420, Languages = ["en"] }],
        Teams =
        [
            new Team("bank", T("Bank"), "response", "sundara", P("The bank's brief"), [new Role("analyst", T("Analyst"), 1, P("Watch the accounts"))]),
            new Team("police", T("Police"), "response", "sundara", P("The police's brief"), [new Role("officer", T("Officer"), 2, P("Take the case"))]),
        ],
        Contacts = [new Contact("supplier", T("Supplier"), T("Waits for money"), ["bank", "police"])],
        Injects =
        [
            Inject("first", 10_000, "all", "To everybody"),
            Inject("second", 20_000, "bank", BankSecret),
            Inject("third", 30_000, "police", PoliceSecret),
            Inject("reserve", null, "all", "Only when fired"),
        ],
        Phases = [new Phase("morning", T("Morning"), 0, 1_800_000_000_000, 1)],
        Ends = [new End("over", T("Over"), At: 600_000)],
    };

    private static Inject Inject(string id, long? at, string to, string text) => new()
    {
        Id = id,
        Title = T(id),
        At = at,
        Contingency = at is null,
        To = [to],
        From = "supplier",
        Subject = T($"About {id}"),
        Body = P(text),
    };

    private static Text T(string text) => Text.Of("en", text);

    private static Prose P(string text) => new(T(text), T($"<p>{text}</p>"));
}
