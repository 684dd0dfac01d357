namespace HanoiAcademy.Storage.Database;

/// <summary>Which database, in the operator's words.</summary>
/// <param name="Name">Begins a sentence.</param>
/// <param name="Elsewhere">What to do to use another one; the end of a sentence.</param>
internal sealed record Place(string Name, string Elsewhere)
{
    public static Place OfFile(string file) => new(file, "name another data folder");
}
