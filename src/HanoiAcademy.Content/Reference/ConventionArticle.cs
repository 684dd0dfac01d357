namespace HanoiAcademy.Content.Reference;

/// <param name="Number">1 to 68.</param>
/// <param name="Chapter">Roman numeral.</param>
/// <param name="ChapterTitle">In English.</param>
/// <param name="Title">In English.</param>
/// <param name="Level">How far the text is verified.</param>
/// <param name="Summary">A paraphrase in our own words, never the text of the treaty.</param>
/// <param name="SummaryUnverified">True when the paraphrase is guided by the model provision and not by the text itself.</param>
/// <param name="ModelProvision">The provision of an older treaty that the article is understood to follow.</param>
/// <param name="Corroboration">What else points the same way.</param>
public sealed record ConventionArticle(
    int Number,
    string Chapter,
    string ChapterTitle,
    string Title,
    VerificationLevel Level,
    string Summary,
    bool SummaryUnverified,
    string? ModelProvision,
    string? Corroboration)
{
    /// <summary>A to D.</summary>
    public char Letter => (char)('A' + (int)Level);

    /// <summary>Whether a scored key may rest on it without naming a model provision.</summary>
    public bool MayCarryAKey => Level <= VerificationLevel.Title;
}
