using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Checks;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios;

/// <summary>
/// Reads <c>scenarios/id/</c> into a checked <see cref="Scenario"/>. All that is wrong is reported in one go: first the
/// form of every file, then every name that is used, then, if both are sound, the meaning of the whole.
/// </summary>
public static class ScenarioReader
{
    public const string MainFile = "scenario.yaml";

    /// <param name="path">The scenario's folder on disk.</param>
    /// <param name="name">Its name in problems, such as <c>scenarios/invoice-at-dawn</c>; the last part must be the id.</param>
    /// <param name="problems">Receives what is wrong, also warnings about a good scenario.</param>
    /// <param name="play">Also let simulated players play it and warn of idle seats: for authors, who have the time.</param>
    /// <returns>The scenario, or null when a problem is an error.</returns>
    public static Scenario? Read(string path, string name, ProblemList problems, bool play = false)
    {
        var own = new ProblemList();
        var scenario = ContentFolderReader.Read(path, name, own, FolderLimits.Scenario) is { } folder ? Read(folder, own, play) : null;
        problems.AddRange(own.Sorted());
        return own.HasErrors ? null : scenario;
    }

    /// <summary>As the other, from a folder already in memory.</summary>
    public static Scenario? Read(ContentFolder folder, ProblemList problems, bool play = false)
    {
        if (folder.Text(MainFile, problems) is not { } text || YamlFile.Read(folder.NameOf(MainFile), text, problems) is not { } root)
            return null;
        var fields = YamlFields.Of(root, "the scenario", problems);
        var binding = new Binding(folder, fields, problems);
        var scenario = TopReader.Read(new(fields, binding, "")) with { Injects = TopReader.Injects(binding) };
        fields.NoOtherKeys();
        scenario = Defaults.Fill(scenario, binding);
        binding.Register.Resolve(problems);
        binding.Translations.Finish();
        UnusedFiles.Check(binding);
        if (!problems.HasErrors)
            ScenarioChecks.Run(new(scenario, binding));
        if (play && !problems.HasErrors)
            ScenarioChecks.Play(new(scenario, binding));
        return problems.HasErrors ? null : scenario;
    }
}
