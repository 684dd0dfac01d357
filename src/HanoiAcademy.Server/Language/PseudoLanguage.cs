using System.Text;

namespace HanoiAcademy.Server.Language;

/// <summary>
/// A made-up language that shows at a glance what is not translated, cut off or glued together: accented letters,
/// a third longer, in brackets. Placeholders ({0}) stay.
/// </summary>
internal static class PseudoLanguage
{
    private const string Plain = "aceinouyACEINOUY";
    private const string Accented = "àçéîñöûýÀÇÉÎÑÖÛÝ";

    public static string Of(string text)
    {
        var made = new StringBuilder("⟦");
        var inPlaceholder = false;
        foreach (var letter in text)
        {
            inPlaceholder = letter == '{' || (inPlaceholder && letter != '}');
            var at = inPlaceholder ? -1 : Plain.IndexOf(letter, StringComparison.Ordinal);
            made.Append(at < 0 ? letter : Accented[at]);
        }

        return made.Append('·', (text.Length + 2) / 3).Append('⟧').ToString();
    }
}
