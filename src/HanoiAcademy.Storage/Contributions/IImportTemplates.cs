namespace HanoiAcademy.Storage.Contributions;

public interface IImportTemplates
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<ImportTemplate>> Of(string agencyId, CancellationToken cancel = default);

    /// <summary>Keeps it, in place of the agency's one of the same name if there is one. Full: see <see cref="ImportTemplate.Most"/>.</summary>
    Task<KeepAnswer> Save(ImportTemplate template);

    /// <summary>Gone, or NameTaken by another.</summary>
    Task<KeepAnswer> Rename(string agencyId, string id, string name);

    /// <summary>False when there is none.</summary>
    Task<bool> Delete(string agencyId, string id);
}
