using HanoiAcademy.Content.Exchange.Msel;

namespace HanoiAcademy.Content.Exchange;

/// <summary>What whoever imports may say of it; what is left out is as the file says, or as the look proposes.</summary>
/// <param name="Id">Of the scenario: lower-case letters, digits, single dashes.</param>
/// <param name="Title">Of the scenario.</param>
/// <param name="Language">In which the texts are, such as <c>vi</c>.</param>
/// <param name="Mapping">What the columns are. A template is fitted to the file first.</param>
/// <param name="StartEx">Date and time on the file's own calendar that is T+0; what lies before is held back.</param>
/// <param name="Sheets">Names of the sheets to take, also hidden ones; null for those that hold a table of injects and are not hidden.</param>
public sealed record ImportOrder(string? Id = null, string? Title = null, string Language = "en", ColumnMapping? Mapping = null, DateTime? StartEx = null, IReadOnlyList<string>? Sheets = null);
