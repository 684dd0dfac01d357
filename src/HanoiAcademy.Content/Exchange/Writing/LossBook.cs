using System.Globalization;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Gathers what an import says of itself. What is told of many places in the same words is one line with their number.</summary>
internal sealed class LossBook
{
    private const int MostPlaces = 8;
    private readonly List<(LossKind Kind, string What, string Id, List<string> Places)> _lines = [];
    private readonly Dictionary<(LossKind, string), int> _many = [];

    public void Kept(string where, string what, string id = "") => Add(LossKind.Kept, where, what, id);

    public void Changed(string where, string what, string id = "") => Add(LossKind.Changed, where, what, id);

    public void Dropped(string where, string what, string id = "") => Add(LossKind.Dropped, where, what, id);

    public void ToWrite(string where, string what, string id = "") => Add(LossKind.ToWrite, where, what, id);

    public void Add(LossKind kind, string where, string what, string id = "")
    {
        if (_many.TryGetValue((kind, what), out var at))
            _lines[at].Places.Add(where);
        else
        {
            _many[(kind, what)] = _lines.Count;
            _lines.Add((kind, what, id, [where]));
        }
    }

    public LossReport Report(string source)
    {
        var lines = _lines.OrderBy(line => line.Kind).Select(line => new LossLine(line.Kind, Places(line.Places), line.What, line.Places.Count == 1 ? line.Id : "")).ToList();
        if (lines.Count > LossReport.Most)
            lines = [.. lines.Take(LossReport.Most - 1), new(lines[^1].Kind, "", string.Create(CultureInfo.InvariantCulture, $"{lines.Count - LossReport.Most + 1} more lines are not shown."))];
        return new(source, lines);
    }

    private static string Places(List<string> places)
    {
        var named = places.Where(place => place.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count <= 1)
            return named.FirstOrDefault("");
        // ‘MSEL, row 4; row 7; row 9’: the sheet once.
        var shown = named.Take(MostPlaces).ToList();
        var sheet = shown[0].LastIndexOf(", ", StringComparison.Ordinal) is var comma and > 0 ? shown[0][..(comma + 2)] : "";
        var text = string.Join("; ", shown.Select((place, at) => at > 0 && sheet.Length > 0 && place.StartsWith(sheet, StringComparison.Ordinal) ? place[sheet.Length..] : place));
        return named.Count > MostPlaces ? string.Create(CultureInfo.InvariantCulture, $"{text} and {named.Count - MostPlaces} more") : text;
    }
}
