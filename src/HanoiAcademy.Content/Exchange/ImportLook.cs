using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange;

/// <summary>What a file is, before anything is made of it.</summary>
/// <param name="Kind">Null when it is nothing that can be imported; then a problem says why.</param>
/// <param name="Sheets">Of a spreadsheet; otherwise none.</param>
/// <param name="Mapping">The proposal for its columns; null for what has no columns to map.</param>
/// <param name="ProposedId">An id for the scenario, from its title or the file's name.</param>
/// <param name="ProposedTitle">A title, from the same.</param>
/// <param name="Problems">Why it cannot be imported.</param>
public sealed record ImportLook(
    ImportKind? Kind, IReadOnlyList<SheetLook> Sheets, ColumnMapping? Mapping, string ProposedId, string ProposedTitle, IReadOnlyList<Problem> Problems);

/// <param name="Name">As on its tab.</param>
/// <param name="IsHidden">Its owner had hidden it: nothing of it is taken unasked.</param>
/// <param name="Rows">Rows that hold something, heading included.</param>
/// <param name="HeadingRow">The number of the row with the headings (of two-line headings the lower); null when none was found.</param>
/// <param name="Columns">Those that hold something, from left to right.</param>
public sealed record SheetLook(string Name, bool IsHidden, int Rows, int? HeadingRow, IReadOnlyList<ColumnLook> Columns);

/// <param name="Column">From 0.</param>
/// <param name="Letter">A, B …</param>
/// <param name="Heading">Empty where there is none.</param>
/// <param name="Samples">Up to three values, cut short.</param>
/// <param name="Proposed">What it is taken for.</param>
public sealed record ColumnLook(int Column, string Letter, string Heading, IReadOnlyList<string> Samples, ColumnMeaning Proposed);
