using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>A scenario whose form and names are sound, with the places of everything in it: what a check of meaning gets.</summary>
internal sealed class Checked(Scenario scenario, Binding binding)
{
    public Scenario Scenario => scenario;
    public Binding Binding => binding;
    public Reach Reach { get; } = new(scenario);
    public Earliest Earliest { get; } = new(scenario);
    public Register Register => binding.Register;

    public void Wrong(Thing thing, string id, string key, string code, string message, Severity severity = Severity.Error) =>
        binding.Problems.Add(Register.Of(thing, id, key), code, message, severity);

    public void Wrong(Position at, string code, string message, Severity severity = Severity.Error) => binding.Problems.Add(at, code, message, severity);

    public void Wrong(string key, string code, string message, Severity severity = Severity.Error) => binding.Problems.Add(binding.Top.PositionOf(key), code, message, severity);
}
