using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Agencies;

/// <summary>What must be judged by one at a time in an agency, where no key of the table judges it.</summary>
internal static class AgencyTurns
{
    private const string ChangeNothing = "UPDATE Agencies SET Slug = Slug WHERE Id = @agencyId";

    /// <summary>
    /// Until this work is committed nobody else gets his turn. Where many connections write at once, a condition alone would let two
    /// pass who do not yet see each other.
    /// </summary>
    public static void Take(Session session, string agencyId) => session.Execute(ChangeNothing, new { agencyId });
}
