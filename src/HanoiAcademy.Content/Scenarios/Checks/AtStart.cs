using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>What holds at StartEx already, before anybody has done anything.</summary>
internal static class AtStart
{
    public static bool Holds(Scenario scenario, Condition condition) => condition switch
    {
        AllOf c => c.Of.Length > 0 && c.Of.All(part => Holds(scenario, part)),
        AnyOf c => c.Of.Any(part => Holds(scenario, part)),
        Not c => !Holds(scenario, c.Of),
        AtTime c => c.At <= 0,
        AssetIs c => scenario.Assets.FirstOrDefault(a => a.Id == c.Asset)?.Start == c.Is,
        MeterIs c => scenario.Meters.FirstOrDefault(m => m.Id == c.Meter) is { } meter && (c.AtLeast ?? meter.Start) <= meter.Start && meter.Start <= (c.AtMost ?? meter.Start),
        _ => false,
    };
}
