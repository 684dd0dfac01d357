namespace HanoiAcademy.Server.Drills.AfterAction.Papers;

/// <summary>What a file takes of a report: more than people read, less than what makes a program for papers stand still. Whatever is left out is said in it.</summary>
internal static class PaperLimits
{
    /// <summary>Of a table, in a document to be read; the sheets hold more.</summary>
    public const int WordRows = 500;

    public const int SheetRows = 20_000;

    /// <summary>Beside the first.</summary>
    public const int Sheets = 80;

    /// <summary>Characters of one text, wherever it stands.</summary>
    public const int Text = 8_000;

    /// <summary>Categories and series of a chart; beyond that its figures stand as a table alone.</summary>
    public const int ChartPoints = 60;

    public const int ChartSeries = 8;
}
