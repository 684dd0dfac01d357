using HanoiAcademy.Content.Reference;

namespace HanoiAcademy.Tests.Content.Reference;

public sealed class ConventionReferenceTests
{
    private static readonly ConventionReference Convention = ConventionReference.Current;

    [Fact]
    public void All_sixty_eight_articles_are_there_with_their_levels()
    {
        Convention.Articles.Select(a => a.Number).ShouldBe(Enumerable.Range(1, 68));
        Convention.Articles.GroupBy(a => a.Letter).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())).ShouldBe([('A', 15), ('B', 7), ('C', 8), ('D', 38)]);
        Convention.Article(42)!.ModelProvision!.ShouldStartWith("Budapest art. 29");
        Convention.Article(69).ShouldBeNull();
    }

    /// <summary>How a text was verified names a person's account; that must not be shown, so it must not be there.</summary>
    [Fact]
    public void Nobody_who_verified_is_named()
    {
        var folder = Path.Combine(Repository.Root, "src/HanoiAcademy.Content/Reference");
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Where(f => !f.EndsWith("attack-v19.json", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            text.ShouldNotContain("verifiedBy");
            text.ShouldNotMatch(@"GitHub \w+/");
        }
    }

    [Fact]
    public void Every_fact_of_the_status_has_its_date_and_all_but_nothing_found_its_source()
    {
        Convention.Status.AsOf.ShouldBe(new DateOnly(2026, 11, 21));
        Convention.Status.Facts.ShouldAllBe(f => f.Date.Length > 0 && (f.Source != null || f.Fact == "Nothing found."));
        Convention.Status.ArgumentsFor.ShouldNotBeEmpty();
        Convention.Status.Criticism.ShouldNotBeEmpty();
    }

    [Fact]
    public void Attack_techniques_are_known_by_their_present_ids()
    {
        AttackReference.Current.Names["T1566.002"].ShouldBe("Spearphishing Link");
        AttackReference.Current.Renamed["T1656"].ShouldBe("T1684.001");
    }
}
