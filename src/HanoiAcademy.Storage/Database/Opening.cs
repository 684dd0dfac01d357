using System.Data.Common;

namespace HanoiAcademy.Storage.Database;

internal static class Opening
{
    /// <summary>Opens it; one that does not open is not left lying about.</summary>
    public static T Opened<T>(this T connection)
        where T : DbConnection
    {
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
