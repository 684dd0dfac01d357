using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Agencies;

internal static class NewAgency
{
    /// <summary>Its address is made from the name; a name without a Latin letter gets a made-up one.</summary>
    public static Agency Of(string name, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString("N");
        var slug = Slugs.Of(name);
        return new Agency { Id = id, Slug = slug.Length > 0 ? slug : $"agency-{id[..8]}", Name = name.Trim(), Created = now };
    }
}
