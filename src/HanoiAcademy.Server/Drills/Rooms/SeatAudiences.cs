using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>The two audiences a seat belongs to: what its role shares, and what is its own.</summary>
internal static class SeatAudiences
{
    public static (Audience Team, Audience Own) Of(Scenario scenario, string seat, string language)
    {
        // Only languages the scenario has: what a caller makes up must not make streams.
        var spoken = scenario.Languages.Contains(language, StringComparer.Ordinal) ? language : scenario.Language;
        var actor = new Actor(seat);
        var team = !actor.IsControl ? Audience.OfRole(actor.TeamRole, spoken)
            : actor.LocalTeam is { } own ? Audience.OfLocal(own, spoken)
            : actor.Role is "director" or "lead" or "simcell" or "evaluator" ? Audience.Control(spoken)
            : new Audience("observer", "", spoken);
        return (team, Audience.OfSeat(seat, spoken));
    }
}
