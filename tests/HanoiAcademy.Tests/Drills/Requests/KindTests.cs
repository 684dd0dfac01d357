using System.Text.Json;
using HanoiAcademy.Content.Reference;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;

namespace HanoiAcademy.Tests.Drills.Requests;

/// <summary>The table of kinds: what every kind must have, and what holds for all of them.</summary>
public sealed class KindTests
{
    public static TheoryData<string> Kinds => [.. RequestKinds.All.Select(k => k.Id)];

    [Fact]
    public void All_kinds_of_the_requests_page_are_there() =>
        Kinds.Select(k => k.Data).ShouldBe(["preservation", "path", "production", "emergency", "mla", "stop-payment", "freeze", "joint", "information", "inquiry", "provider", "mla-live"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sound_request_has_no_mistake(string kind)
    {
        foreach (var end in Legal.Ends)
            Legal.Sent(kind, end).State.Requests["r"].FirstMistakes.ShouldBeEmpty(end);
    }

    [Theory]
    [InlineData("preservation", "kept")]
    [InlineData("path", "taken")]
    [InlineData("production", "handed-over")]
    [InlineData("emergency", "handed-over")]
    [InlineData("mla", "handed-over")]
    [InlineData("mla-live", "handed-over")]
    [InlineData("stop-payment", "held")]
    [InlineData("freeze", "held")]
    [InlineData("joint", "agreed")]
    [InlineData("information", "taken")]
    [InlineData("inquiry", "handed-over")]
    [InlineData("provider", "handed-over")]
    public void An_authority_without_people_acknowledges_a_sound_request_and_grants_it(string kind, string result)
    {
        var play = Legal.Sent(kind, "norvia");
        play.Until(play.State.At + 16 * HanoiAcademy.Tests.Drills.Small.Minute).State.Requests["r"].Status.ShouldBe("acknowledged");

        // A collection of data to come runs until the end that was asked for.
        play.Until(play.State.At + (kind == "mla-live" ? 61 : 31) * HanoiAcademy.Tests.Drills.Small.Minute);
        play.State.Requests["r"].Result.ShouldBe(result);
        play.State.Requests["r"].Reached.Keys.ShouldContain(result);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_form_can_be_sent_and_comes_back_with_its_gaps_named(string kind)
    {
        var play = Legal.Sent(kind, "norvia", f => f with { Fields = Small.Fields() });
        play.State.Requests["r"].FirstMistakes.ShouldNotBeEmpty();

        play.Until(play.State.At + 46 * Small.Minute);
        play.State.Requests["r"].Status.ShouldBe("returned");
        play.State.Requests["r"].Missing.ShouldNotBeEmpty();
        play.State.Requests["r"].Missing.ShouldBeSubsetOf([.. RequestKinds.Find(kind)!.Fields.Select(f => f.Id)]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_level_it_shows_beside_an_article_is_the_one_that_is_verified(string kind)
    {
        foreach (var law in RequestKinds.Find(kind)!.Law.Where(l => l.Source.StartsWith("uncc:", StringComparison.Ordinal)))
        {
            var article = ConventionReference.Current.Article(int.Parse(law.Source[5..], System.Globalization.CultureInfo.InvariantCulture)).ShouldNotBeNull();
            law.Level.ShouldBe(Letter(article.Level), law.Source);
        }

        RequestKinds.Find(kind)!.Law.Where(l => !l.Source.StartsWith("uncc:", StringComparison.Ordinal)).ShouldAllBe(l => l.Level == "read");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_field_answer_and_mistake_has_its_words(string kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "HanoiAcademy.Server", "i18n", "en.json")));
        bool Has(string id, params string[] path) => path.Aggregate(json.RootElement, (e, key) => e.GetProperty(key)).TryGetProperty(id, out _);
        var k = RequestKinds.Find(kind)!;

        Has(kind, "client", "request-kind").ShouldBeTrue();
        k.Fields.Select(f => f.Id).Where(id => !Has(id, "client", "field")).ShouldBeEmpty();
        k.Answers.Where(a => !Has(a, "client", "answer")).ShouldBeEmpty();
        Grounds.All.Where(g => !Has(g, "client", "ground")).ShouldBeEmpty();
        Mistakes.All.Where(m => !Has(m, "drills", "report", "mistake")).ShouldBeEmpty();
        k.Answers.ShouldAllBe(a => AnswerWords.MoveOf(a).Length > 0);
        k.Grounds.ShouldBeSubsetOf(Grounds.All);
        k.Mistakes.ShouldAllBe(m => Weights.All.Contains(m.Weight));
    }

    private static string Letter(VerificationLevel level) => level switch
    {
        VerificationLevel.FullText => "A",
        VerificationLevel.Title => "B",
        VerificationLevel.Subject => "C",
        _ => "D",
    };
}
