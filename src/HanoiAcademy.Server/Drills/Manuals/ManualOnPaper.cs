using HanoiAcademy.Drills.Packs;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Drills.Manuals;

/// <summary>What is asked for in the address of a manual.</summary>
internal sealed record ManualChoice(string? Copy, string? Team, string? Language);

/// <summary>A situation manual as it stands on its page. Address: of the page, without a query.</summary>
internal sealed class ManualOnPaper
{
    private readonly Scenario _scenario;

    /// <param name="language">In which the reader reads the site.</param>
    public ManualOnPaper(Scenario scenario, ManualChoice choice, string address, string language)
    {
        (_scenario, Address) = (scenario, address);
        Language = scenario.Languages.Contains(choice.Language ?? "") ? choice.Language! : scenario.Languages.Contains(language) ? language : scenario.Language;
        Teams = [.. scenario.Teams.Where(team => team.Side != "control").Select(team => (team.Id, Say(team.Name)))];
        Team = Teams.Any(team => team.Id == choice.Team) ? choice.Team : null;
        Manual = SituationManual.Of(scenario, Language, choice.Copy == "controllers", Team);
    }

    public Manual Manual { get; }

    public string Address { get; }

    public string Language { get; }

    /// <summary>Whose copy it is; null: everybody's.</summary>
    public string? Team { get; }

    public IReadOnlyList<(string Id, string Name)> Teams { get; }

    public IEnumerable<(string Code, string Name)> Languages => _scenario.Languages.Select(code => (code, UiChoice.NativeName(code)));

    public string To(string? copy = null, string? team = null, bool allTeams = false, string? language = null)
    {
        var chosen = allTeams ? null : team ?? Team;
        return $"{Address}?copy={copy ?? (Manual.ForControl ? "controllers" : "players")}{(chosen is null ? "" : $"&team={chosen}")}&language={language ?? Language}";
    }

    private string Say(Text text) => text.In(Language, _scenario.Language);
}
