using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Tests.Content.Yaml;

public sealed class YamlFieldsTests
{
    private readonly ProblemList _problems = new();

    private enum Side { Attack, SimulationCell }

    [Fact]
    public void Values_bind_to_their_types()
    {
        var fields = Bind("title: 'no'\nminutes: 8\nopen: true\nside: simulation-cell\nafter: 1h30m\nroles: [a, b]\nlaw: {hold: 60d}\nassets:\n  mail: {name: Mail}\n  bank: {name: Bank}\nnothing:\n");
        fields.Text("title").ShouldBe("no");
        fields.Int("minutes", 1, 60).ShouldBe(8);
        fields.Bool("open").ShouldBeTrue();
        fields.OneOf<Side>("side").ShouldBe(Side.SimulationCell);
        fields.Duration("after").ShouldBe(TimeSpan.FromMinutes(90));
        fields.Texts("roles").ShouldBe(["a", "b"]);
        fields.Fields("law", "a law").Duration("hold").ShouldBe(TimeSpan.FromDays(60));
        fields.EachEntry("assets", "an asset").Select(a => a.Key.Value + a.Value.Text("name")).ShouldBe(["mailMail", "bankBank"]);
        fields.TextOrNull("nothing").ShouldBeNull();
        fields.IntOrNull("absent").ShouldBeNull();
        fields.NoOtherKeys();
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public void All_problems_of_a_map_are_found_in_one_reading()
    {
        var fields = Bind("title: ''\nminutes: eight\nopen: yes\nside: nowhere\nafter: 15\nroles: bank\nlaw: strict\nextra: 1\n");
        fields.Text("title");
        fields.Int("minutes");
        fields.Bool("open");
        fields.OneOf<Side>("side");
        fields.Duration("after");
        fields.Texts("roles");
        fields.Fields("law", "a law").Text("hold");
        fields.Text("summary");
        fields.NoOtherKeys();
        _problems.Select(p => $"{p.Line}:{p.Column} {p.Code}").ShouldBe([
            "1:8 yaml-text", "2:10 yaml-int", "3:7 yaml-bool", "4:7 yaml-one-of", "5:8 yaml-duration",
            "6:8 yaml-list", "7:6 yaml-not-a-map", "1:1 yaml-missing", "8:1 yaml-unknown-key"]);
        _problems[3].Message.ShouldBe("‘side’ must be one of: attack, simulation-cell.");
    }

    [Fact]
    public void A_misspelt_key_is_told_what_it_may_mean()
    {
        var fields = Bind("titel: x\n");
        fields.TextOrNull("title");
        fields.NoOtherKeys();
        _problems.ShouldHaveSingleItem().Message.ShouldBe("‘titel’ means nothing in the course; ‘title’ may be meant.");
    }

    [Fact]
    public void A_missing_map_is_reported_once_and_its_own_keys_are_not()
    {
        Bind("a: 1").Fields("law", "a law").Text("hold").ShouldBe("");
        _problems.ShouldHaveSingleItem().Message.ShouldBe("‘law’ is missing in the course; add it.");
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7200)]
    [InlineData("1h 30m", 5400)]
    [InlineData("60d", 5184000)]
    [InlineData("0s", 0)]
    public void Durations_carry_their_unit(string text, int seconds)
    {
        YamlDuration.TryParse(text, out var duration).ShouldBeTrue();
        duration.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("15")]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("9999999999d")]
    [InlineData("15 minutes")]
    public void What_is_no_duration_is_not_guessed(string text) => YamlDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_number_outside_its_range_names_the_range()
    {
        Bind("minutes: 90").Int("minutes", 1, 60).ShouldBe(1);
        _problems.ShouldHaveSingleItem().Message.ShouldBe("‘minutes’ must lie between 1 and 60; here stands 90.");
    }

    private YamlFields Bind(string text) => YamlFields.Of(YamlFile.Read("course.yaml", text, _problems), "the course", _problems);
}
