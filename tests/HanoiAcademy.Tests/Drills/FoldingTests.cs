using System.Text;
using HanoiAcademy.Drills.Requests;

namespace HanoiAcademy.Tests.Drills;

/// <summary>A fact counts however it is written: case, spacing, punctuation, digits of any script, marks composed or not.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("192.0.2.7", "١٩٢٫٠٫٢٫٧")]
    [InlineData("12 March 2027", "１２ march ２０２７")]
    [InlineData("27", "২৭")]
    [InlineData("POST@fjord.example", "post @ fjord.example")]
    [InlineData("Straße", "STRASSE", false)]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ﬁle", "FILE")]
    public void Spellings_that_a_desk_would_take_for_the_same(string text, string spelling, bool same = true) =>
        Folding.Contains(text, spelling).ShouldBe(same);

    [Theory]
    [InlineData("Hóa đơn giả mạo")]
    [InlineData("lừa đảo qua thư điện tử")]
    [InlineData("Ngân hàng Nhà nước")]
    public void Vietnamese_counts_composed_or_decomposed(string text)
    {
        Folding.Contains("… " + text.Normalize(NormalizationForm.FormD) + " …", text.Normalize(NormalizationForm.FormC)).ShouldBeTrue();
        Folding.Contains("… " + text.Normalize(NormalizationForm.FormC) + " …", text.Normalize(NormalizationForm.FormD)).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_to_look_for_is_not_found() => Folding.Contains("anything", " – ").ShouldBeFalse();

    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uD800b")]
    [InlineData("a\uDC00b")]
    [InlineData("a\0b")]
    public void Text_that_is_no_text_is_folded_without_its_broken_parts(string text) => Folding.Fold(text).ShouldBe("ab");

    [Fact]
    public void Letters_and_digits_beyond_the_first_plane_count()
    {
        Folding.Fold("\U0001D7D9\U0001E951").ShouldBe("11", "a mathematical one and an Adlam one");
        Folding.Contains("\U0001E900\U0001E901", "\U0001E922\U0001E923").ShouldBeTrue("Adlam has capitals");
        Folding.Contains("\U00020000", "\U00020001").ShouldBeFalse();
    }
}
