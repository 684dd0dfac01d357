namespace HanoiAcademy.Server.Agencies;

/// <summary>
/// What a viewer may see and do, decided here once. Lists of drills ask the catalogue, whose WHERE text is the same rule
/// (instructor or administrator of an agency it seats, launched by, sits in); a test holds the two together.
/// </summary>
internal static class Access
{
    /// <summary>Make accounts, print slips, hand over a reset link: in the viewer's own agencies only.</summary>
    public static bool MayManageAccounts(Viewer viewer, string agencyId) => viewer.Holds(Role.Instructor, agencyId);

    /// <summary>Nobody hands out more than he holds.</summary>
    public static bool MayGive(Viewer viewer, string agencyId, Role role) =>
        MayManageAccounts(viewer, agencyId) && viewer.Holds(role, agencyId);

    /// <summary>Launch a drill for an agency, and steer what was launched for it.</summary>
    public static bool MayLaunch(Viewer viewer, string agencyId) => viewer.Holds(Role.Instructor, agencyId);

    /// <summary>Problems in courses and scenarios name files of the server: for those who look after it.</summary>
    public static bool MaySeeContentProblems(Viewer viewer) => viewer.HoldsSomewhere(Role.Administrator);
}
