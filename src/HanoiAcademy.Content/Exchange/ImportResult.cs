using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange;

/// <summary>What an import gives: a scenario folder that reads without error, or none at all.</summary>
/// <param name="Folder">Null when a problem is an error.</param>
/// <param name="Loss">What became of everything; also there when nothing was made, as far as it came.</param>
/// <param name="Rows">The preview: what each row of the file becomes, in the file's order.</param>
/// <param name="Problems">Why nothing was made, and what is in doubt.</param>
public sealed record ImportResult(ContentFolder? Folder, LossReport Loss, IReadOnlyList<ImportRow> Rows, IReadOnlyList<Problem> Problems);

/// <param name="Where">The place in the file: <c>MSEL, row 4</c>.</param>
/// <param name="InjectId">The inject it became; empty where it became none.</param>
/// <param name="AtMs">Drill time in milliseconds from StartEx; null when it has none.</param>
/// <param name="Note">Why it has no time or became no inject, in a sentence; else empty.</param>
/// <param name="To">Ids of teams, or <c>all</c>.</param>
/// <param name="Subject">What players read first.</param>
/// <param name="Channel">mail, call, chat …</param>
/// <param name="Expected">How many expected actions it brings.</param>
public sealed record ImportRow(string Where, string InjectId, long? AtMs, string Note, IReadOnlyList<string> To, string Subject, string Channel, int Expected)
{
    /// <summary>The expected actions themselves.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];
}
