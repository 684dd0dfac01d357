using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>The texts that cells share. How they are pronounced (rPh) is no part of them.</summary>
internal static class XlsxStrings
{
    public static IReadOnlyList<string> Read(WorkbookPart main, SheetLimits limits)
    {
        var all = new List<string>();
        if (main.SharedStringTablePart is not { } part)
            return all;
        using var xml = XlsxBook.Open(part, limits);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            if (all.Count > 2 * limits.Cells)
                throw new SheetRefused("sheet-too-many-cells", SheetLimitsWords.Cells(limits));
            all.Add(Text(xml, limits));
        }

        return all;
    }

    /// <summary>All <c>t</c> of the element on which the reader stands; it then stands on the element's end.</summary>
    public static string Text(XmlReader xml, SheetLimits limits)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        var spoken = 0;
        var inside = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.LocalName == "rPh")
                spoken += xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? 1 : xml.NodeType == XmlNodeType.EndElement ? -1 : 0;
            else if (xml.LocalName == "t" && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                inside = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (inside && spoken == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(xml.Value);
            if (text.Length > limits.CellCharacters)
                throw new SheetRefused("sheet-too-much-text", $"A cell holds more than {limits.CellCharacters:N0} characters; make it shorter and save the file again.");
        }

        // Letters that XML cannot hold are written as _x000D_.
        return text.ToString() is var read && read.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(read)! : read;
    }
}
