using System.Globalization;
using System.Reflection;

namespace HanoiAcademy.Storage.Database;

/// <summary>One numbered script, <c>Migrations/Sqlite/000n_what_it_brings.sql</c>, embedded in this assembly.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>In order; the numbers are 1, 2, 3 … without a gap.</summary>
    public static IReadOnlyList<Migration> For(string provider)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Migrations/{provider}/";
        var found = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(int.Parse(name.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), name[folder.Length..], Text(assembly, name)))
            .ToList();
        if (found.Count == 0 || found.Where((migration, index) => migration.Number != index + 1).Any())
        {
            throw new InvalidOperationException($"The migrations of {provider} are not numbered 1, 2, 3 … without a gap.");
        }

        return found;
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
