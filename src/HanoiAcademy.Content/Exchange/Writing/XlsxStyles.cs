using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Looks of cells. Every cell but a number has the format ‘text’: what somebody types later stays what he typed, and no date is made of it.</summary>
internal static class XlsxStyles
{
    private const uint AsText = 49;

    public static Stylesheet Make() => new(
        new Fonts(
            Font(), Font(isBold: true, colour: "FFFFFFFF"), Font(isItalic: true, colour: "FF595959"), Font(isBold: true, size: 16), Font(isItalic: true, colour: "FF7F6000"))
        { Count = 5 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill("FF1F3864"), Fill("FFF2F2F2"), Fill("FFFFF2CC"))
        { Count = 5 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        // In the order of CellLook.
        new CellFormats(Format(0, 0, 1), Format(1, 2, 1), Format(2, 3, 1), Format(3, 0, 0, wraps: false), Format(0, 0, 0), Format(4, 4, 1), Format(0, 0, 1, isText: false)) { Count = 7 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static Font Font(bool isBold = false, bool isItalic = false, double size = 11, string? colour = null)
    {
        var font = new Font();
        if (isBold)
            font.Append(new Bold());
        if (isItalic)
            font.Append(new Italic());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Fill(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static Color Grey() => new() { Rgb = "FFBFBFBF" };
        return new(new LeftBorder(Grey()) { Style = BorderStyleValues.Thin }, new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin }, new BottomBorder(Grey()) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
    }

    private static CellFormat Format(uint font, uint fill, uint border, bool wraps = true, bool isText = true) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps })
    {
        NumberFormatId = isText ? AsText : 0,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = BooleanValue.FromBoolean(true),
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
    };
}
