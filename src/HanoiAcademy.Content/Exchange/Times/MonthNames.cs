namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>Months by the first letters of their names, folded. English, French, Spanish, Portuguese, German, Indonesian; Russian by its stems.</summary>
internal static class MonthNames
{
    private static readonly string[][] Stems =
    [
        ["jan", "ene", "янв"], ["feb", "fev", "фев"], ["mar", "мар", "marz"], ["apr", "avr", "abr", "апр"], ["may", "mai", "mei", "мая", "маи"], ["jun", "juin", "июн"],
        ["jul", "juil", "июл"], ["aug", "aou", "ago", "agu", "авг"], ["sep", "set", "сен"], ["oct", "okt", "out", "окт"], ["nov", "ноя"], ["dec", "dic", "dez", "des", "дек"],
    ];

    /// <summary>1 to 12, or 0. The longest stem that begins the word decides: juin is not jui…</summary>
    public static int Of(string word)
    {
        var (month, length) = (0, 0);
        for (var at = 0; at < Stems.Length; at++)
            foreach (var stem in Stems[at])
                if (stem.Length > length && word.StartsWith(stem, StringComparison.Ordinal))
                    (month, length) = (at + 1, stem.Length);
        return month;
    }
}
