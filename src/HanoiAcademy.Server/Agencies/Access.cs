using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Agencies;

/// <summary>
/// What a viewer may see and do, decided here once. Lists of drills ask the catalogue, whose WHERE text is the same rule
/// (instructor or administrator of an agency it seats, launched by, sits in); a test holds the two together.
/// </summary>
internal static class Access
{
    /// <summary>Make accounts, print slips, invite: in the viewer's own agencies only.</summary>
    public static bool MayManageAccounts(Viewer viewer, string agencyId) => viewer.Holds(Role.Instructor, agencyId);

    /// <summary>Nobody hands out more than he holds.</summary>
    public static bool MayGive(Viewer viewer, string agencyId, Role role) =>
        MayManageAccounts(viewer, agencyId) && viewer.Holds(role, agencyId);

    /// <summary>Change who holds what role in an agency.</summary>
    public static bool MayChangeRoles(Viewer viewer, string agencyId) => viewer.Holds(Role.Administrator, agencyId);

    /// <summary>
    /// Hand over a link that sets a new password, or switch an account off: who does it could act as that account. So only
    /// for accounts one's agency keeps and that can do nothing, anywhere, which the viewer cannot; trainees' and authors' also by an instructor.
    /// </summary>
    public static bool MayTakeOver(Viewer viewer, string accountsAgencyId, IReadOnlyCollection<Membership> held) =>
        (viewer.Holds(Role.Administrator, accountsAgencyId)
            || (viewer.Holds(Role.Instructor, accountsAgencyId) && held.All(one => one.Role is AccountRole.Trainee or AccountRole.Author)))
        && held.All(one => Roles.Parse(one.Role) is not { } role || role == Role.Trainee || viewer.Holds(role, one.AgencyId));

    /// <summary>Launch a drill for an agency, and steer what was launched for it.</summary>
    public static bool MayLaunch(Viewer viewer, string agencyId) => viewer.Holds(Role.Instructor, agencyId);

    /// <summary>Make a new drill of a finished one: who directs what is the agency's.</summary>
    public static bool MayFork(Viewer viewer, string agencyId) => MayLaunch(viewer, agencyId);

    /// <summary>
    /// See an exercise at all, and begin, pause and end its drills together. The list of exercises asks the store, whose WHERE text is the same rule.
    /// </summary>
    public static bool MaySteerExercise(Viewer viewer, string agencyId) => MayLaunch(viewer, agencyId);

    /// <summary>
    /// Learn of a scenario that some agency keeps closed, and of how it goes. Whoever instructs anywhere launches it, and plays it with others.
    /// </summary>
    public static bool MaySeeClosedScenarios(Viewer viewer) => viewer.HoldsSomewhere(Role.Instructor);

    /// <summary>Keep a scenario closed for an agency, and open what that agency has closed.</summary>
    public static bool MayCloseScenarios(Viewer viewer, string agencyId) => MayLaunch(viewer, agencyId);

    /// <summary>
    /// Learn of an agency's contributions, write and rehearse them. The list asks the store, whose WHERE text is the same rule. Launching them takes more:
    /// <see cref="MayLaunch"/>.
    /// </summary>
    public static bool MayContribute(Viewer viewer, string agencyId) => viewer.Holds(Role.Author, agencyId);

    /// <summary>Read an agency's improvement plan and change it; what is a member's own to see to he reads without.</summary>
    public static bool MayImprove(Viewer viewer, string agencyId) => viewer.Holds(Role.Instructor, agencyId);

    /// <summary>Problems in courses and scenarios name files of the server: for those who look after it.</summary>
    public static bool MaySeeContentProblems(Viewer viewer) => viewer.HoldsSomewhere(Role.Administrator);
}
