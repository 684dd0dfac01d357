using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>In how many rows of a drill's log a name was typed by somebody.</summary>
internal sealed record NameCount(string Drill, string Title, int Rows);

/// <summary>
/// The log holds seats, but people type names. They are looked for and counted, never taken out: a log that is changed proves nothing any more.
/// </summary>
internal sealed class NameInText(IPeoplesData data)
{
    /// <summary>Of so many drills, the latest; more would keep a page waiting.</summary>
    public const int MostDrills = 20;

    /// <summary>A shorter one would be found in every other word.</summary>
    public const int ShortestName = 3;

    public static bool IsSought(string name) => name.Length >= ShortestName;

    public async Task<IReadOnlyList<NameCount>> Count(IEnumerable<string> names, IEnumerable<(string Drill, string Title)> drills, CancellationToken cancel)
    {
        var sought = names.Where(IsSought).Select(AsInJson).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var counts = new List<NameCount>();
        foreach (var (drill, title) in drills.DistinctBy(drill => drill.Drill).Take(MostDrills))
        {
            var rows = 0;
            var last = sought.Count == 0 ? 0 : await data.LastVersion(drill, cancel);
            for (var after = 0L; after < last; after += OwnActs.Window)
                rows += (await data.Log(drill, after, after + OwnActs.Window, cancel)).Count(row => sought.Any(name => row.Events.Contains(name, StringComparison.OrdinalIgnoreCase)));
            if (rows > 0)
                counts.Add(new NameCount(drill, title, rows));
        }

        return counts;
    }

    private static string AsInJson(string name) => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
