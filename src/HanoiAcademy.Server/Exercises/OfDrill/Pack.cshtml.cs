using HanoiAcademy.Drills.Packs;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Exercises.OfDrill;

/// <summary>The drill on paper: for trainees, sheet by sheet, or for who hands the sheets out.</summary>
internal sealed class PackModel(DrillAccess access, DrillPast past) : SteeredPage(access)
{
    /// <summary>"trainees" or "control".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Copy { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Team { get; set; }

    /// <summary>Without what was delivered already.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Rest { get; set; }

    public Pack Pack { get; private set; } = null!;

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public string Fallback { get; private set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await EnterToSteer())
            return NotFound();
        var (scenario, state) = await past.Of(Caller.Drill, HttpContext.RequestAborted);
        Teams = [.. scenario.Teams.Where(team => team.Side != "control" && (OwnTeam is null || team.Id == OwnTeam))];
        var team = OwnTeam ?? (Teams.Any(one => one.Id == Team) ? Team : null);
        (Team, Name, Fallback) = (team, Caller.Drill.Title, scenario.Language);
        Pack = InjectPack.Of(state, scenario, UiLanguage, Copy == "control", team, Rest);
        return Page();
    }
}
