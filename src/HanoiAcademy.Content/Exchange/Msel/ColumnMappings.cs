using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>Which saved mapping fits a file.</summary>
public static class ColumnMappings
{
    /// <summary>The same for two files whose tables have the same headings, in whatever order, case and spelling of marks; to look a template up by.</summary>
    /// <returns>16 hexadecimal digits.</returns>
    public static string Fingerprint(ColumnMapping mapping)
    {
        var headings = mapping.Sheets.Where(sheet => sheet.Take).SelectMany(sheet => sheet.Columns).Select(column => Fold.Words(column.Heading)).Where(heading => heading.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headings))))[..16];
    }

    /// <summary>How well a template fits a file whose own proposal is given, 0 to 100; from 60 on it is worth proposing.</summary>
    public static int Score(ColumnMapping template, ColumnMapping found) => MappingFit.Score(template, found);

    /// <summary>The template as it lies on the file: sheets by name or headings, columns by heading, by letter where there is none.</summary>
    public static ColumnMapping Fit(ColumnMapping template, ColumnMapping found) => MappingFit.Fit(template, found);
}
