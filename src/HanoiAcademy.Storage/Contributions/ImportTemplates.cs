using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Contributions;

internal sealed class ImportTemplates(IDatabase database) : IImportTemplates
{
    private const string List = "SELECT Id, AgencyId, Name, Mapping, SavedWall FROM ImportTemplates WHERE AgencyId = @agencyId ORDER BY NameKey";

    public Task<IReadOnlyList<ImportTemplate>> Of(string agencyId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ImportTemplate>>(session => session.All<ImportTemplate>(List, new { agencyId }), cancel);

    private const string Replace = "UPDATE ImportTemplates SET Name = @Name, Mapping = @Mapping, SavedWall = @SavedWall WHERE AgencyId = @AgencyId AND NameKey = @nameKey";

    private const string Count = "SELECT COUNT(*) FROM ImportTemplates WHERE AgencyId = @AgencyId";

    private const string Insert = """
        INSERT INTO ImportTemplates (AgencyId, Id, Name, NameKey, Mapping, SavedWall) VALUES (@AgencyId, @Id, @Name, @nameKey, @Mapping, @SavedWall)
        """;

    public Task<KeepAnswer> Save(ImportTemplate template) => database.Write(session =>
    {
        var values = new { template.AgencyId, template.Id, template.Name, nameKey = Key(template.Name), template.Mapping, template.SavedWall };
        AgencyTurns.Take(session, template.AgencyId);
        if (session.Execute(Replace, values) == 1)
        {
            return KeepAnswer.Kept;
        }

        if (session.Number(Count, values) >= ImportTemplate.Most)
        {
            return KeepAnswer.Full;
        }

        session.Execute(Insert, values);
        return KeepAnswer.Kept;
    });

    private const string TakenBy = "SELECT Id FROM ImportTemplates WHERE AgencyId = @agencyId AND NameKey = @nameKey AND Id <> @id";

    private const string SetName = "UPDATE ImportTemplates SET Name = @name, NameKey = @nameKey WHERE AgencyId = @agencyId AND Id = @id";

    public Task<KeepAnswer> Rename(string agencyId, string id, string name) => database.Write(session =>
    {
        var values = new { agencyId, id, name, nameKey = Key(name) };
        AgencyTurns.Take(session, agencyId);
        return session.First<string>(TakenBy, values) is not null ? KeepAnswer.NameTaken
            : session.Execute(SetName, values) == 1 ? KeepAnswer.Kept
            : KeepAnswer.Gone;
    });

    private const string DeleteOne = "DELETE FROM ImportTemplates WHERE AgencyId = @agencyId AND Id = @id";

    public Task<bool> Delete(string agencyId, string id) => database.WriteOne(session => session.Execute(DeleteOne, new { agencyId, id }) == 1 || session.Again);

    private static string Key(string name) => name.ToUpperInvariant();
}
