using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Contributions.Launch;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions.Api;

/// <summary>A contribution in a list. Scenario: the name by which it is launched.</summary>
internal sealed record ContributionSummary(string Id, string Title, string AgencyId, int Version, string Scenario, string ScenarioId, int Errors, int Warnings, DateTimeOffset Changed)
{
    public static ContributionSummary Of(ListedContribution one) => new(
        one.Id, one.Title, one.AgencyId, one.Version, ContributedScenarios.NameOf(one.Id), one.ScenarioId, one.Errors, one.Warnings, one.MadeWall);

    public static ContributionSummary Of(Contribution one, ContributionVersion version) => new(
        one.Id, one.Title, one.AgencyId, version.Number, ContributedScenarios.NameOf(one.Id), version.ScenarioId, version.Errors, version.Warnings, version.MadeWall);
}

/// <summary>A problem of a file. Severity: "error" or "warning".</summary>
internal sealed record ProblemLine(string File, int Line, int Column, string Code, string Message, string Severity)
{
    public static ProblemLine Of(Problem problem) => new(problem.File, problem.Line, problem.Column, problem.Code, problem.Message, problem.Severity == Content.Problems.Severity.Error ? "error" : "warning");
}

/// <summary>What became of something in the file. Kind: kept, changed, dropped, to-write.</summary>
internal sealed record LossAnswer(string Kind, string Where, string What)
{
    public static LossAnswer Of(LossLine line) => new(Importing.ColumnsForm.Word(line.Kind), line.Where, line.What);
}

/// <summary>A contribution with what the check says of its newest version, and what its import said.</summary>
internal sealed record ContributionDetails(ContributionSummary Contribution, IReadOnlyList<ProblemLine> Problems, IReadOnlyList<LossAnswer> Losses);
