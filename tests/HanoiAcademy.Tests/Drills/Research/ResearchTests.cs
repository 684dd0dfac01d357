using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Research;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills.Research;

/// <summary>
/// The export for research: every line is as the schema says, and nobody is in it. After a change of events run this with ACADEMY_REWRITE_SCHEMAS=1 and look
/// at the difference.
/// </summary>
public sealed class ResearchTests
{
    private static readonly string[] Seats = ["company.finance.1", "bank.fraud.1", "bank.analyst.2", "police.investigator.1", "desk.officer.1", "control.director.1", "control.local.bank.1"];
    private static readonly string Schemas = Path.Combine(Repository.Root, "src", "HanoiAcademy.Server", "Drills", "Research", "drill-research.schema.json");
    private static readonly Lazy<Schema> Known = new(() => new Schema(JsonNode.Parse(ResearchSchema.Write())!));

    [Fact]
    public void The_schema_that_is_served_is_the_one_of_the_events()
    {
        if (Environment.GetEnvironmentVariable("ACADEMY_REWRITE_SCHEMAS") == "1")
            File.WriteAllText(Schemas, ResearchSchema.Write());

        (File.ReadAllText(Schemas).ReplaceLineEndings("\n") == ResearchSchema.Write()).ShouldBeTrue("the events have changed; rewrite it (see this class) and look at the difference");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_line_of_a_kept_log_is_as_the_schema_says(bool withText)
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "fixtures", "logs")))
        {
            var lines = new ResearchLines(Header(withText), Names());
            foreach (var line in File.ReadLines(Path.Combine(folder, "log.jsonl")).Select(row => JsonNode.Parse(row)!)
                .SelectMany(row => lines.Row((long)row["version"]!, (string)row["seat"]!, (long)row["at"]!, row["events"]!.ToJsonString())).Prepend(lines.Header()))
            {
                Known.Value.Fault(JsonNode.Parse(line)).ShouldBeNull(line);
                line.ShouldNotContain("left-out\",\"row");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_kind_of_event_makes_a_line_that_the_schema_takes(bool withText)
    {
        var lines = new ResearchLines(Header(withText), Names());
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "fixtures", "events"), "*.json"))
            foreach (var line in lines.Row(1, "bank.fraud.1", 0, File.ReadAllText(file)))
                Known.Value.Fault(JsonNode.Parse(line)).ShouldBeNull(line);
    }

    [Fact]
    public void What_people_typed_is_left_out_unless_it_was_asked_for_and_then_names_are_masked()
    {
        const string Chat = """[{"kind":"chat-sent","seat":"bank.fraud.1","text":"Thuỷ, tell NGUYỄN Văn An and bank.analyst.2 at once; Anna stays","language":"vi","at":5}]""";

        new ResearchLines(Header(false), Names("Nguyễn Văn An", "Thuỷ")).Row(1, "bank.fraud.1", 5, Chat).ShouldHaveSingleItem().ShouldNotContain("text");
        var line = new ResearchLines(Header(true), Names("Nguyễn Văn An", "Thuỷ")).Row(1, "bank.fraud.1", 5, Chat).ShouldHaveSingleItem();

        var text = (string)JsonNode.Parse(line)!["event"]!["text"]!;
        text.ShouldStartWith("[name], tell [name] and P");
        text.ShouldEndWith("Anna stays");
    }

    [Fact]
    public void No_seat_name_or_other_drill_is_in_any_line_and_one_seat_has_one_pseudonym()
    {
        var lines = new ResearchLines(Header(false), Names("Lan"));
        var all = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "fixtures", "events"), "*.json").SelectMany(file => lines.Row(1, "bank.fraud.1", 0, File.ReadAllText(file))).ToList();

        foreach (var seat in Seats)
            all.ShouldAllBe(line => !line.Contains($"\"{seat}\"", StringComparison.Ordinal));
        all.ShouldAllBe(line => !line.Contains("k3v8m2xq7t", StringComparison.Ordinal), "the drill that was forked");
        all.ShouldAllBe(line => !line.Contains("fjord", StringComparison.OrdinalIgnoreCase), "an address that was typed");
        all.Select(line => (string)JsonNode.Parse(line)!["seat"]!).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_exports_of_a_drill_cannot_be_laid_over_each_other_by_their_pseudonyms()
    {
        var orders = Enumerable.Range(0, 40).Select(i => string.Join(' ', Seats.Select(new ResearchNames(Seats, [], [(byte)i]).Seat))).Distinct().Count();

        orders.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_seat_that_was_typed_is_masked_whole_though_another_s_name_is_its_beginning()
    {
        var names = new ResearchNames(["bank.it.1", "bank.it.10"], [], [1, 2, 3]);

        names.Masked("ask bank.it.10, not bank.it.1").ShouldBe($"ask {names.Seat("bank.it.10")}, not {names.Seat("bank.it.1")}");
    }

    [Theory]
    [InlineData("not json", "damaged")]
    [InlineData("{}", "damaged")]
    [InlineData("""[{"kind":"from-the-future","text":"Lan was here","at":1}]""", "unknown-event")]
    [InlineData("""["chat-sent"]""", "unknown-event")]
    [InlineData("""[{"kind":7}]""", "unknown-event")]
    public void What_cannot_be_read_is_a_line_that_says_so_and_the_rest_goes_on(string events, string why)
    {
        var line = new ResearchLines(Header(true), Names()).Row(7, "bank.fraud.1", 70, events).ShouldHaveSingleItem();

        line.ShouldBe($$"""{"kind":"left-out","row":7,"at":70,"why":"{{why}}"}""");
        Known.Value.Fault(JsonNode.Parse(line)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Lan was here and told everybody about it")]
    [InlineData("Nguyễn")]
    [InlineData("lan-was-here")]
    public void A_name_that_was_put_where_an_id_belongs_is_left_out(string word)
    {
        var line = new ResearchLines(Header(false), Names("Lan")).Row(1, "bank.fraud.1", 0, JsonSerializer.Serialize(new[] { new { kind = "request-closed", request = word, seat = "bank.fraud.1", at = 0 } })).ShouldHaveSingleItem();

        ((string)JsonNode.Parse(line)!["event"]!["request"]!).ShouldBe(ResearchNames.LeftOut);
    }

    [Fact]
    public void Every_word_of_every_event_is_placed_as_the_scenario_s_or_as_typed()
    {
        var names = DrillJson.Options.GetTypeInfo(typeof(DrillEvent)).PolymorphismOptions!.DerivedTypes.SelectMany(type => Words(type.DerivedType)).Distinct();

        names.Except(ResearchFields.Codes).Except(ResearchFields.Typed).ShouldBeEmpty("say in ResearchFields what it is: an id or word of the rules, or something typed");
        ResearchFields.Codes.Intersect(ResearchFields.Typed).ShouldBeEmpty();
    }

    private static IEnumerable<string> Words(Type type)
    {
        foreach (var property in DrillJson.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null))
        {
            var bare = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var item = bare.IsGenericType && bare.GetGenericArguments() is [var element] ? element : bare;
            if (item == typeof(string) || bare.Name.Contains("Dictionary", StringComparison.Ordinal) || item.Name == "Text")
                yield return property.Name;
            else if (!item.IsPrimitive && DrillJson.Options.GetTypeInfo(item).Kind == JsonTypeInfoKind.Object)
                foreach (var inner in Words(item))
                    yield return inner;
        }
    }

    private static ResearchHeader Header(bool withText) => new("invoice-at-dawn", "9f86", ["en", "vi"], 1_800_000_000_000, null, withText);

    private static ResearchNames Names(params string[] people) => new(Seats, people, [1, 2, 3]);
}
