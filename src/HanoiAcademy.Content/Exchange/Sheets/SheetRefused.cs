namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>A file that cannot be read on, with a sentence for a person that says how to mend it. It never leaves <see cref="SheetFile"/>.</summary>
internal sealed class SheetRefused(string code, string message, int row = 1) : Exception(message)
{
    public string Code => code;
    public int Row => row;
}
