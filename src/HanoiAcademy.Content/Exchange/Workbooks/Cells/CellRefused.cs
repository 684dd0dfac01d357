namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>A cell says nothing that can be taken; the message says how to mend it. Caught where the cell's place is known.</summary>
internal sealed class CellRefused(string message) : Exception(message);
