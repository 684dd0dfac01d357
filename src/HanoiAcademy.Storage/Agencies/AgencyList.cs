using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Agencies;

internal sealed class AgencyList(IDatabase database) : IAgencies
{
    private const string InsertAgency = """
        INSERT INTO Agencies (Id, Slug, Name, NameKey, Created)
        SELECT @Id, @Slug, @Name, @NameKey, @Created
        WHERE NOT EXISTS (SELECT 1 FROM Agencies WHERE Id = @Id OR Slug = @Slug OR NameKey = @NameKey)
        """;

    private const string IsThere = "SELECT COUNT(*) FROM Agencies WHERE Id = @Id AND Slug = @Slug AND NameKey = @NameKey";

    public Task<bool> Create(Agency agency)
    {
        var row = new { agency.Id, agency.Slug, agency.Name, NameKey = Key(agency.Name), agency.Created };
        return database.WriteOne(session => session.Execute(InsertAgency, row) == 1 || (session.Again && session.Number(IsThere, row) == 1));
    }

    private const string GetAgency = "SELECT Id, Slug, Name, Created FROM Agencies WHERE Id = @agencyId";

    public Task<Agency?> Get(string agencyId, CancellationToken cancel) =>
        database.Read(session => session.First<Agency>(GetAgency, new { agencyId }), cancel);

    private const string BySlug = "SELECT Id, Slug, Name, Created FROM Agencies WHERE Slug = @slug";

    public Task<Agency?> FindBySlug(string slug, CancellationToken cancel) =>
        database.Read(session => session.First<Agency>(BySlug, new { slug }), cancel);

    private const string AllAgencies = "SELECT Id, Slug, Name, Created FROM Agencies ORDER BY NameKey";

    public Task<IReadOnlyList<Agency>> List(CancellationToken cancel) =>
        database.Read<IReadOnlyList<Agency>>(session => session.All<Agency>(AllAgencies), cancel);

    private const string UpdateName = """
        UPDATE Agencies SET Name = @name, NameKey = @key
        WHERE Id = @agencyId AND NOT EXISTS (SELECT 1 FROM Agencies o WHERE o.NameKey = @key AND o.Id <> @agencyId)
        """;

    public Task<bool> Rename(string agencyId, string name) =>
        database.WriteOne(session => session.Execute(UpdateName, new { agencyId, name, key = Key(name) }) == 1);

    /// <summary>Databases do not agree on what a name without case is, so it is folded here.</summary>
    private static string Key(string name) => name.Trim().ToUpperInvariant();
}
