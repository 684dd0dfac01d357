using System.Globalization;
using System.Text;

namespace HanoiAcademy.Content.Yaml;

/// <summary>The words an enum has in files: <c>SignedOff</c> is <c>signed-off</c>; <c>Desk247</c> is <c>desk247</c>.</summary>
public static class WireNames<T> where T : struct, Enum
{
    public static IReadOnlyDictionary<string, T> All { get; } = Enum.GetValues<T>().ToDictionary(Of, v => v, StringComparer.Ordinal);

    public static string Of(T value)
    {
        var text = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
