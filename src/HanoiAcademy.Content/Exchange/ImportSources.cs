using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange;

/// <summary>Which kind of file it is, by what is in it.</summary>
internal static class ImportSources
{
    /// <returns>Null when it is none; a problem then says so.</returns>
    public static IImportSource? Of(ReadOnlyMemory<byte> bytes, string fileName, ProblemList problems)
    {
        if (SheetFile.Read(bytes, fileName, problems) is not { } book)
            return null;
        return new MselSource(book);
    }
}
