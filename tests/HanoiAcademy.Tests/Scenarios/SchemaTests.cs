using System.Text.Json.Nodes;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>
/// The schemas that editors complete from say what the readers take. They are made from what the readers ask for while they read a scenario that uses
/// every word once. After a change of the language run this with ACADEMY_REWRITE_SCHEMAS=1.
/// </summary>
public sealed class SchemaTests
{
    private static readonly Lazy<YamlShapes> Shapes = new(() => YamlShapes.Record(() =>
    {
        ScenarioReader.Read(ScenarioFolders.WholePath, ScenarioFolders.Whole, new ProblemList()).ShouldNotBeNull();
        ScenarioReader.Read(Path.Combine(ScenarioFolders.Root, "scenarios", "invoice-at-dawn"), "invoice-at-dawn", new ProblemList()).ShouldNotBeNull();
    }));

    [Theory]
    [InlineData("scenario.schema.json", "the scenario")]
    [InlineData("inject.schema.json", "an inject")]
    public void A_schema_takes_exactly_what_the_readers_take(string file, string what)
    {
        var path = Path.Combine(ScenarioFolders.Root, "scenarios", file);
        var made = new SchemaWriter(Shapes.Value).Write(what).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("ACADEMY_REWRITE_SCHEMAS") == "1")
            File.WriteAllText(path, made);

        (File.ReadAllText(path).ReplaceLineEndings("\n") == made).ShouldBeTrue($"{file} is not what the readers take now; rewrite it (see this class) and look at the difference.");
    }

    [Fact]
    public void Every_key_of_every_map_stands_in_a_schema_and_no_other()
    {
        var defs = new[] { "scenario.schema.json", "inject.schema.json" }
            .Select(f => JsonNode.Parse(File.ReadAllText(Path.Combine(ScenarioFolders.Root, "scenarios", f)))!)
            .SelectMany(s => s["$defs"]!.AsObject().Select(d => d.Value!).Append(s))
            .Where(d => d["title"] is not null && d["properties"] is not null)
            .GroupBy(d => d["title"]!.GetValue<string>())
            .ToDictionary(g => g.Key, g => g.First()["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal).ToArray());

        foreach (var (what, keys) in Shapes.Value.Maps.Where(m => m.Key != "a variant of an inject"))
            defs[what].SequenceEqual(keys.Keys).ShouldBeTrue($"{what}: {string.Join(", ", defs[what])} in the schema, {string.Join(", ", keys.Keys)} in the readers");
    }

    [Fact]
    public void A_part_that_the_schema_knows_is_one_of_the_kinds_the_readers_name()
    {
        foreach (var (what, kinds) in Shapes.Value.Picks)
            kinds.Count.ShouldBeGreaterThan(5, what);
        Shapes.Value.Picks.Keys.ShouldBe(["a condition", "an effect"]);
    }
}
