using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HanoiAcademy.Server.Tests.Language;

/// <summary>What a person reads stands in i18n/, in every language, and nowhere else.</summary>
public sealed partial class SentenceTests
{
    private static readonly string Server = FindServer();

    public static TheoryData<string> Languages => [.. Directory.GetFiles(Path.Combine(Server, "i18n"), "*.json").Select(file => Path.GetFileName(file))];

    public static TheoryData<string> Pages => [.. Sources("*.cshtml").Select(file => Path.GetRelativePath(Server, file))];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_the_keys_of_English_with_the_same_placeholders(string file)
    {
        var english = Texts("en.json");
        var texts = Texts(file);

        texts.Keys.Except(english.Keys).ShouldBeEmpty("Keys that English does not have.");
        english.Keys.Except(texts.Keys).ShouldBeEmpty("Keys that are missing.");
        foreach (var (key, text) in texts)
        {
            text.ShouldNotBeNullOrWhiteSpace(key);
            Placeholder().Matches(text).Select(match => match.Value).Distinct().Order()
                .ShouldBe(Placeholder().Matches(english[key]).Select(match => match.Value).Distinct().Order(), key);
        }
    }

    [Fact]
    public void Every_key_that_pages_and_code_ask_for_is_there()
    {
        var english = Texts("en.json");
        var asked = Sources("*.cshtml").Concat(Sources("*.cs"))
            .SelectMany(file => AskedFor().Matches(File.ReadAllText(file)).Select(match => (Key: match.Groups[1].Value, File: file)))
            .ToList();

        asked.Count.ShouldBeGreaterThan(100);
        asked.Where(one => !english.ContainsKey(one.Key)).Select(one => $"{one.Key} in {Path.GetRelativePath(Server, one.File)}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_sentence_stands_in_a_page(string file)
    {
        var markup = WithoutCode(File.ReadAllText(Path.Combine(Server, file)));
        var page = new HtmlParser().ParseDocument($"<body>{markup}</body>");

        var words = page.Body!.Descendants<IText>().Select(text => text.Text)
            .Concat(page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name is "title" or "alt" or "placeholder" or "aria-label").Select(attribute => attribute.Value))
            .Select(text => text.Trim())
            .Where(text => !text.StartsWith('/') && Word().IsMatch(SameEverywhere().Replace(text, "")));
        words.ShouldBeEmpty();
    }

    /// <summary>What the test above rests on: it must see a sentence where there is one.</summary>
    [Theory]
    [InlineData("<p>Welcome here</p>", true)]
    [InlineData("<p>@T[\"home.title\", Model.Names.Count(name => name.Length > 2)] and more</p>", true)]
    [InlineData("<input placeholder=\"Your name\">", true)]
    [InlineData("@if (Model.IsOpen)\n{\n    <p>Welcome</p>\n}", true)]
    [InlineData("@if (Model.IsOpen)\n{\n    <p>@T[\"a\", $\"{Model.X}\"]</p>\n}\nelse\n{\n    var name = \"x\";\n    <p class=\"@name\">@(Model.A ? T[\"b\"] : T[\"c\"]) · @Model.Name</p>\n}", false)]
    public void A_sentence_in_markup_is_seen_and_code_is_not_taken_for_one(string markup, bool holdsSentence) =>
        Word().IsMatch(string.Concat(new HtmlParser().ParseDocument($"<body>{WithoutCode(markup)}</body>").Body!.Descendants()
            .Select(node => node is IText text ? text.Text : (node as IElement)?.GetAttribute("placeholder") ?? ""))).ShouldBe(holdsSentence);

    private static Dictionary<string, string> Texts(string file)
    {
        var texts = new Dictionary<string, string>();
        void Walk(JsonElement element, string prefix)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Object)
                    Walk(property.Value, $"{prefix}{property.Name}.");
                else
                    texts.Add(prefix + property.Name, property.Value.GetString()!);
            }
        }

        Walk(JsonDocument.Parse(File.ReadAllText(Path.Combine(Server, "i18n", file))).RootElement, "");
        return texts;
    }

    /// <summary>Leaves the markup of a Razor file: directives, statements and expressions are cut out.</summary>
    private static string WithoutCode(string razor)
    {
        var text = Comment().Replace(razor, "");
        text = CutBlocks(text);
        text = CutExpressions(text);
        return string.Join('\n', text.Split('\n').Where(line => !Statement().IsMatch(line)));
    }

    private static string CutBlocks(string text)
    {
        for (var start = text.IndexOf("@{", StringComparison.Ordinal); start >= 0; start = text.IndexOf("@{", StringComparison.Ordinal))
            text = text.Remove(start, EndOfPair(text, start + 1) - start);
        return text;
    }

    private static string CutExpressions(string text)
    {
        for (var match = Expression().Match(text); match.Success; match = Expression().Match(text))
        {
            var end = match.Index + match.Length;
            if (match.Value == "@(")
                end = EndOfPair(text, end - 1);
            else
                while (end < text.Length && (text[end] is '[' or '(' || (text[end] is '.' or '!' or '?' && end + 1 < text.Length && (char.IsLetter(text[end + 1]) || text[end + 1] is '.' or '['))))
                    end = text[end] is '[' or '(' ? EndOfPair(text, end) : EndOfName(text, end + 1);
            text = text.Remove(match.Index, end - match.Index);
        }

        return text;
    }

    private static int EndOfName(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return at;
    }

    private static int EndOfPair(string text, int at)
    {
        var depth = 0;
        var quoted = false;
        for (; at < text.Length; at++)
        {
            if (text[at] == '"' && text[at - 1] != '\\')
                quoted = !quoted;
            else if (!quoted && text[at] is '(' or '[' or '{')
                depth++;
            else if (!quoted && text[at] is ')' or ']' or '}' && --depth == 0)
                return at + 1;
        }

        return text.Length;
    }

    private static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(Server, pattern, SearchOption.AllDirectories)
        .Where(file => !Generated().IsMatch(Path.GetRelativePath(Server, file)))
        .Order(StringComparer.Ordinal);

    private static string FindServer()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie below the solution.");
        return Path.Combine(folder.FullName, "src", "HanoiAcademy.Server");
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(?:T|say|texts|Texts)\[""([a-z][^""{]*)""")]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    /// <summary>Names of standards; so is an address, above.</summary>
    [GeneratedRegex(@"\b(?:SHA-256|TLP)\b")]
    private static partial Regex SameEverywhere();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@(?:\(|(?!(?:if|else|for|foreach|switch|while|using|model|inject|page|await|section|addTagHelper|namespace|functions|try)\b)[A-Za-z_]\w*)")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^\s*(?:@?(?:if|else|for|foreach|switch|case|default|while|using|model|inject|page|await|section|addTagHelper|namespace|break|var|continue)\b|[{}])|;\s*$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(?:bin|obj|client|wwwroot|data|data-demo)[\\/]")]
    private static partial Regex Generated();
}
