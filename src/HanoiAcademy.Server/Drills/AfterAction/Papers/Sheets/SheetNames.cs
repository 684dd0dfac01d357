using System.Globalization;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Sheets;

/// <summary>Names of tabs: at most 31 characters, none of those a formula needs, no two alike in whatever case.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted)
    {
        var name = string.Concat(wanted.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))).Trim(' ', '\'');
        // A program keeps this one to itself.
        if (name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase))
            name = "-" + name;
        for (var n = 1; ; n++)
        {
            var end = n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({n})");
            var tried = (name.Length + end.Length > Longest ? name[..(Longest - end.Length)].TrimEnd(' ', '\'') : name) + end;
            if (_taken.Add(tried))
                return tried;
        }
    }
}
