using HanoiAcademy.Content.Exchange.Html;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Markdown;

namespace HanoiAcademy.Tests.Content.Exchange;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("# no heading")]
    [InlineData("> no quotation")]
    [InlineData("a *star* and __two lines__ and `code`")]
    [InlineData("[words](https://a.example)")]
    [InlineData("<uncc:31> and <script>")]
    [InlineData("1986. was a year")]
    [InlineData("::: box")]
    [InlineData("a | b")]
    [InlineData("snake_case_name stays")]
    [InlineData("100% & more &amp; <3")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("~~~")]
    [InlineData("C:\\temp\\new")]
    [InlineData("![x](y)")]
    public void A_sign_in_a_plain_cell_is_only_a_sign(string text)
    {
        var html = AcademyMarkdown.RenderMessage(PlainMarkdown.Of(text));
        html.ShouldStartWith("<p>");
        System.Net.WebUtility.HtmlDecode(html[3..^4]).ShouldBe(text);
    }

    [Fact]
    public void Lines_and_lists_of_a_plain_cell_stay_lines_and_lists()
    {
        AcademyMarkdown.RenderMessage(PlainMarkdown.Of("First\nSecond\n\nThird\n• one\n• two\n1) a\n2) b")).Replace("\n", "", StringComparison.Ordinal)
            .ShouldBe("<p>First<br />Second</p><p>Third</p><ul><li>one</li><li>two</li></ul><ol><li>a</li><li>b</li></ol>");
    }

    [Fact]
    public void HTML_becomes_Markdown_and_what_acts_or_fetches_is_dropped_and_named()
    {
        var read = HtmlMarkdown.Of("""
            <h2>Report</h2><p>Dear <b>all</b>,<br>see <i>this</i> &amp; <a href="https://desk.example/x">that</a>, not <a href="javascript:alert(1)">this one</a>.</p>
            <script>alert(1)</script><style>p{}</style><img src="data:image/png;base64,AAAA" alt="a map"><img src="x"><ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>
            <table><tr><th>Bank</th><th>Sum</th></tr><tr><td>B|1</td><td>5</td></tr></table><iframe src="https://a.example"></iframe>
            """);
        read.WasHtml.ShouldBeTrue();
        read.Text.ShouldBe("""
            **Report**

            Dear **all**,\
            see *this* & [that](https://desk.example/x), not this one.

            \[a map\]

            - one
            - two
              - deep

            | Bank | Sum |
            | --- | --- |
            | B\|1 | 5 |
            """.ReplaceLineEndings("\n"));
        read.Dropped.ShouldBe(["1 address of a link", "1 embedded page", "2 pictures", "1 script", "1 style"]);
        AcademyMarkdown.RenderMessage(read.Text).ShouldContain("<table>");
    }

    [Fact]
    public void Deep_or_broken_HTML_is_no_trouble()
    {
        foreach (var html in (string[])[string.Concat(Enumerable.Repeat("<div>", 20_000)) + "x", string.Concat(Enumerable.Repeat("<b><i>", 3_000)) + "x", "<p " + new string('a', 30_000), string.Concat(Enumerable.Repeat("<ul><li>", 2_000)) + "x", "<b>*</b><i>_</i>"])
            AcademyMarkdown.RenderMessage(HtmlMarkdown.Of(html).Text).ShouldNotContain("<pre>");
    }

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("say \"no\" \\ yes", "\"say \\\"no\\\" \\\\ yes\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("42", "\"42\"")]
    [InlineData("- dash", "\"- dash\"")]
    [InlineData("# hash", "\"# hash\"")]
    [InlineData("two\nlines\u2028three", "two lines three")]
    [InlineData("Cuộc gọi", "Cuộc gọi")]
    public void A_text_is_quoted_where_YAML_would_read_another(string text, string written) => YamlText.Scalar(text).ShouldBe(written);

    [Theory]
    [InlineData("Công an điều tra", "cong-an-dieu-tra")]
    [InlineData("Полиция", "politsiya")]
    [InlineData("الشرطة", "alshrta")]
    [InlineData("警察", "")]
    [InlineData("CERT / CSIRT", "cert-csirt")]
    public void An_id_is_made_of_plain_letters(string name, string slug) => Slug.Of(name).ShouldBe(slug);
}
