using System.Text;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Tests.Content.Yaml;

public sealed class YamlFileTests
{
    private readonly ProblemList _problems = new();

    [Fact]
    public void Every_node_knows_its_line_and_column()
    {
        var map = Read("title: Cases\nteams:\n  - id: bank\n    roles: [teller, chief]\n").ShouldBeOfType<YamlMap>();
        map.Entries[0].Value.At.ShouldBe(new("a.yaml", 1, 8));
        var team = ((YamlList)map.Entries[1].Value).Items[0].ShouldBeOfType<YamlMap>();
        team.At.ShouldBe(new("a.yaml", 3, 5));
        ((YamlList)team.Entries[1].Value).Items[1].At.ShouldBe(new("a.yaml", 4, 21));
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public void Front_matter_counts_lines_from_where_it_begins_in_its_file()
    {
        YamlFile.Read("lesson.md", "title: [", _problems, firstLine: 2).ShouldBeNull();
        _problems.ShouldHaveSingleItem().Line.ShouldBeInRange(2, 3);
        YamlFile.Read("lesson.md", "a: 1\na: 2", _problems, firstLine: 2);
        _problems[1].ToString().ShouldBe("lesson.md:3:1: error yaml-key-twice: ‘a’ already stands on line 2; keep one of the two.");
    }

    [Fact]
    public void Sixteen_thousand_brackets_are_refused_and_the_process_lives()
    {
        Read("deep: " + new string('[', 16_000)).ShouldBeNull();
        Single("yaml-too-deep");
        Read(string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "k:\n"))).ShouldBeNull();
        _problems[1].Code.ShouldBeOneOf("yaml-too-deep", "yaml-too-big");
    }

    [Fact]
    public void Thirty_two_levels_are_read_and_thirty_three_are_not()
    {
        Read(new string('[', 32) + new string(']', 32)).ShouldNotBeNull();
        _problems.ShouldBeEmpty();
        Read(new string('[', 33) + new string(']', 33)).ShouldBeNull();
        Single("yaml-too-deep");
    }

    [Theory]
    [InlineData("a: &x 1\nb: 2", "yaml-anchor")]
    [InlineData("a: 1\nb: *a", "yaml-alias")]
    [InlineData("<<: *a", "yaml-alias")]
    [InlineData("a: !!binary aGk=", "yaml-tag")]
    [InlineData("a: !System.Type x", "yaml-tag")]
    [InlineData("[a, b]: 1", "yaml-key")]
    [InlineData("a: {{name}}", "yaml-key")]
    [InlineData("a: 1\na: 2", "yaml-key-twice")]
    [InlineData("a: 1\n---\nb: 1", "yaml-second-document")]
    [InlineData("", "yaml-empty")]
    [InlineData("# only a remark\n", "yaml-empty")]
    [InlineData("a: b: c", "yaml-syntax")]
    [InlineData("a: 'open", "yaml-syntax")]
    [InlineData("a:\n\t- tab", "yaml-tab")]
    [InlineData("a: \"\\q\"", "yaml-syntax")]
    [InlineData("%YAML 9.9\n---\na: 1", "yaml-syntax")]
    public void What_is_not_taken_is_refused_with_its_code(string text, string code)
    {
        Read(text);
        Single(code);
    }

    [Fact]
    public void A_bomb_of_aliases_ends_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        Read(bomb.ToString()).ShouldBeNull();
        Single("yaml-anchor").Line.ShouldBe(1);
    }

    [Fact]
    public void Bytes_nodes_and_events_are_limited()
    {
        Read("a: " + new string('x', 1_000_001)).ShouldBeNull();
        Single("yaml-too-big");
        Read("[" + string.Join(",", Enumerable.Repeat("1", 50_001)) + "]").ShouldBeNull();
        _problems[1].Code.ShouldBe("yaml-too-many-nodes");
        YamlFile.Read("a.yaml", "[1,2,3,4,5]", _problems, new YamlLimits(Events: 6)).ShouldBeNull();
        _problems[2].Code.ShouldBe("yaml-too-many-nodes");
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        const string sample = "schema: 1\nteams:\n  - {id: bank, roles: [a, 'b', \"c\"]}\ntext: |\n  one\n  two\nmore: >-\n  folded\n";
        const string dirt = "[]{}:,-&*!|>'\"%@`#?\n\t \0\u0085\uFEFFx";
        for (var i = 0; i < sample.Length; i++)
        {
            foreach (var c in dirt)
                Should.NotThrow(() => YamlFile.Read("a.yaml", sample[..i] + c + sample[(i + i % 2)..], new ProblemList()));
        }
    }

    private YamlNode? Read(string text) => YamlFile.Read("a.yaml", text, _problems);

    private Problem Single(string code)
    {
        var problem = _problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code, problem.ToString());
        problem.Line.ShouldBePositive();
        problem.Column.ShouldBePositive();
        return problem;
    }
}
