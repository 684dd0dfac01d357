namespace HanoiAcademy.Content.Yaml;

/// <summary>The word an author may have meant: a typing slip or two away.</summary>
internal static class Nearest
{
    public static string? To(string word, IEnumerable<string> words) => words
        .Select(w => (Word: w, Distance: Distance(w, word)))
        .Where(w => w.Distance <= (word.Length < 4 ? 1 : Math.Max(2, word.Length / 3)))
        .OrderBy(w => w.Distance).ThenBy(w => w.Word, StringComparer.Ordinal)
        .FirstOrDefault().Word;

    private static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = row[j];
                row[j] = next;
            }
        }

        return row[b.Length];
    }
}
