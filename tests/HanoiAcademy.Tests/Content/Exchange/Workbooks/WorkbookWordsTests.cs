using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

public sealed class WorkbookWordsTests
{
    [Fact]
    public void Every_column_has_a_heading_of_its_own_and_a_help_in_every_language()
    {
        foreach (var words in WorkbookWords.All)
            foreach (var sheet in Layout.Sheets)
            {
                var keys = sheet.Parts.SelectMany(p => p.Fields.Select(f => f.Key).Prepend(p.IdKey)).ToList();
                keys.Select(words.Heading).Distinct().Count().ShouldBe(keys.Count, words.Language);
                keys.ShouldAllBe(key => words.Help(key).Length > 2 && WorkbookWords.FindHeadings(words.Heading(key)).Contains(key));
            }
    }

    /// <summary>A word that has no name would stand in a drop-down as in the files; two words of one name could not be told apart.</summary>
    [Fact]
    public void Every_word_of_the_language_has_a_name_and_is_found_by_it()
    {
        foreach (var (list, all) in new[]
        {
            ("side", Words.Side), ("channel", Words.InjectChannel), ("attention", Words.Attention), ("tlp", Words.Tlp), ("group", Words.ObjectiveGroup), ("kind", Words.RequestKind), ("way", Words.Channel),
            ("basis", Words.Basis), ("class", Words.DataClass),
        })
            foreach (var words in WorkbookWords.All)
            {
                words.WordsOf(list).Select(w => w.Key).Order(StringComparer.Ordinal).ShouldBe(all.Keys.Order(StringComparer.Ordinal), $"{list} in {words.Language}");
                words.WordsOf(list).ShouldAllBe(w => WorkbookWords.FindWord(list, w.Value) == w.Key);
            }
    }
}
