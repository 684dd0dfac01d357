using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Language;

public sealed class LanguageTests(AcademySite site) : IClassFixture<AcademySite>
{
    [Fact]
    public async Task A_page_is_English_and_left_to_right_unless_asked_otherwise()
    {
        var html = (await (await site.Visit().GetAsync("/")).PageAsync()).DocumentElement;

        html.GetAttribute("lang").ShouldBe("en");
        html.GetAttribute("dir").ShouldBe("ltr");
    }

    [Fact]
    public async Task The_pseudo_language_shows_every_sentence_as_translated_and_is_kept()
    {
        var visitor = site.Visit();
        await visitor.GetAsync("/?ui=qps");

        var page = await (await visitor.GetAsync("/account/sign-in")).PageAsync();

        foreach (var element in page.QuerySelectorAll("h1, label, button, main p"))
            element.TextContent.Trim().ShouldStartWith("⟦");
    }

    [Fact]
    public async Task Right_to_left_is_on_demand_and_kept()
    {
        var visitor = site.Visit();
        await visitor.GetAsync("/?dir=rtl");

        (await (await visitor.GetAsync("/account/sign-in")).PageAsync()).DocumentElement.GetAttribute("dir").ShouldBe("rtl");

        await visitor.GetAsync("/?dir=ltr");
        (await (await visitor.GetAsync("/")).PageAsync()).DocumentElement.GetAttribute("dir").ShouldBe("ltr");
    }

    [Theory]
    [InlineData("/?ui=nonsense")]
    [InlineData("/?ui=../../en")]
    [InlineData("/?dir=\"><script>")]
    public async Task An_unknown_choice_changes_nothing(string address)
    {
        var answer = await site.Visit().GetAsync(address);

        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await answer.PageAsync()).DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task The_browser_code_gets_its_sentences_in_every_language_and_no_others()
    {
        var english = await (await site.Visit().GetAsync("/i18n/en/client.json")).JsonAsync();
        var pseudo = await (await site.Visit().GetAsync("/i18n/qps/client.json")).JsonAsync();

        english.EnumerateObject().Select(text => text.Name).ShouldAllBe(key => key.StartsWith("client."));
        pseudo.EnumerateObject().Select(text => text.Name).ShouldBe(english.EnumerateObject().Select(text => text.Name));
        await (await site.Visit().GetAsync("/i18n/xx/client.json")).ShouldBeAsync(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_sentences_of_the_browser_code_come_compressed_to_who_takes_them_so()
    {
        var plain = await (await site.Visit().GetAsync("/i18n/en/client.json")).Content.ReadAsByteArrayAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/i18n/en/client.json");
        request.Headers.Add("Accept-Encoding", "br;q=1.0, gzip");
        using var answer = await site.Visit().Http.SendAsync(request);
        var packed = await answer.Content.ReadAsByteArrayAsync();

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        packed.Length.ShouldBeLessThan(plain.Length / 3);
        using var unpacked = new MemoryStream();
        await new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress).CopyToAsync(unpacked);
        unpacked.ToArray().ShouldBe(plain);
    }
}
