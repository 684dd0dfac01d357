using System.Collections.Immutable;
using HanoiAcademy.Drills.Evidence;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Evidence;

/// <summary>The small world with a laptop that the bank and the police see, and a court that the police answers.</summary>
internal static class Station
{
    public const string Bank = "bank.fraud.1";
    public const string Police = "police.investigator.1";

    public static readonly string Hash = new('a', 64);
    public static readonly string OtherHash = new('b', 64);

    public static readonly EvidenceItem Laptop = new("laptop", En("Laptop"), Text.Empty, "laptop.txt", "text/plain", "bGFwdG9w", Hash, ["bank", "police"])
    {
        Basis = ["order", "consent"],
        Needs = ["identified", "acquired", "preserved"],
    };

    public static Court Hearing => new() { Id = "hearing", Title = En("Hearing"), By = ["police.investigator"], Items = ["laptop"], At = 20 * Minute, WithinMs = 10 * Minute, Purpose = ["false invoice"] };

    public static Scenario With(EvidenceItem item, params Court[] courts) => World with
    {
        Evidence = [.. World.Evidence, item],
        Courts = [.. courts],
        Actions = [.. World.Actions, new ActionDefinition { Id = "wipe", Name = En("Wipe"), By = ["bank.fraud"], Effects = [new AlterEvidence("laptop"), new DestroyEvidence("laptop")] }],
    };

    public static ImmutableArray<string> Gaps(this Play play, string team, string item = "laptop") =>
        CustodyGaps.Of(play.State, play.Scenario.Evidence.First(e => e.Id == item), team);

    public static CourtState Court(this Play play, string id = "hearing") => play.State.Courts[id];
}
