using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;
using ScenarioText = HanoiAcademy.Drills.Scenarios.Text;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>
/// One map of a scenario file with the accessors of the scenario language: texts in the scenario's first language,
/// drill and story times in milliseconds, ids that are defined and ids that are only named. As with
/// <see cref="YamlFields"/>, a missing or wrong value is reported and answered with a harmless one.
/// </summary>
internal sealed partial class Item(YamlFields fields, Binding binding, string? path = null)
{
    public const int MostTextBytes = 20_000;
    public const int MostDrillDays = 14;
    public const int MostStoryDays = 3650;
    public const long MostAmount = 1_000_000_000_000;
    public const long MostRate = 1_000_000_000;

    public YamlFields Fields => fields;

    /// <summary>Where it stands in scenario.yaml, by lists and ids: "teams.company.roles.it", "" for the whole; null for a part whose texts are not translated.</summary>
    public string? Path => path;
    public Binding Binding => binding;

    /// <summary>Where problems of this map go; nowhere when there is no map, which was reported already.</summary>
    public ProblemList Problems => fields.Problems;

    /// <summary>The item's own id, defined as a <paramref name="thing"/>; owner: "asset" of "asset/state".</summary>
    public string Id(Thing thing, string owner = "")
    {
        var id = fields.Text("id");
        if (id.Length > 0 && !IdPattern.IsMatch(id))
            fields.Wrong("id", "id-shape", $"‘{id}’ cannot be an id; write lower-case letters and digits with single dashes between, at most 60, such as ‘call-bank’.{Foreign(id)}");
        if (id.Length > 0)
            binding.Register.Define(thing, owner + id, fields);
        return id;
    }

    /// <summary>A letter of another script can look like one of a to z; its number tells them apart.</summary>
    private static string Foreign(string id) =>
        id.EnumerateRunes().FirstOrDefault(r => !r.IsAscii) is { Value: > 0 } rune ? string.Create(CultureInfo.InvariantCulture, $" The ‘{rune}’ in it is U+{rune.Value:X4}, no letter from a to z.") : "";

    public bool Has(string key) => fields.Has(key);

    // Texts

    public ScenarioText Text(string key) => Text(key, fields.Text(key));

    public ScenarioText TextOrEmpty(string key) => Text(key, fields.TextOrNull(key) ?? "");

    /// <summary>A text of the first language alone, which no player reads.</summary>
    public ScenarioText Source(string key) => Own(key, fields.TextOrNull(key) ?? "");

    /// <summary>Required; a plain string that is the same in all languages, such as what an authority writes into a form.</summary>
    public string Plain(string key) => Own(key, fields.Text(key)).In(binding.Language, binding.Language);

    private ScenarioText Text(string key, string text) =>
        path is null ? Own(key, text) : binding.Translations.With(Own(key, text), path.Length == 0 ? key : $"{path}.{key}", fields.PositionOf(key));

    private ScenarioText Own(string key, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostTextBytes)
            fields.Wrong(key, "text-too-long", $"A text may have {MostTextBytes / 1000} kB; shorten ‘{key}’.");
        return text.Length == 0 ? ScenarioText.Empty : ScenarioText.Of(binding.Language, text.Trim());
    }

    // Words

    public string Word(string key, IReadOnlyDictionary<string, string> words) => fields.OneOf(key, words);

    public string Word(string key, IReadOnlyDictionary<string, string> words, string orElse) => fields.OneOf(key, words, orElse);

    public ImmutableArray<string> WordsOf(string key, IReadOnlyDictionary<string, string> words, bool required = false)
    {
        var found = fields.Words(key, required);
        foreach (var wrong in found.Where(w => !words.ContainsKey(w.Value)))
            Problems.Add(wrong.At, "yaml-one-of", $"‘{wrong.Value}’ may not stand in ‘{key}’; it takes {string.Join(", ", words.Keys)}.");
        return Once(key, found);
    }

    // References

    /// <summary>Required id of a thing defined elsewhere.</summary>
    public string Refer(string key, Thing thing, string owner = "") => Named(key, fields.Text(key), thing, owner);

    public string? ReferOrNull(string key, Thing thing) => fields.TextOrNull(key) is { } id ? Named(key, id, thing, "") : null;

    private string Named(string key, string id, Thing thing, string owner)
    {
        if (id.Length > 0)
            binding.Register.Refer(thing, owner + id, fields.PositionOf(key));
        return id;
    }

    public ImmutableArray<string> ReferEach(string key, Thing thing, bool required = false)
    {
        var found = fields.Words(key, required);
        foreach (var word in found)
            binding.Register.Refer(thing, word.Value, word.At);
        return Once(key, found);
    }

    /// <summary>Teams, or the one word ‘all’.</summary>
    public ImmutableArray<string> Teams(string key, bool required = false)
    {
        var found = fields.Words(key, required);
        foreach (var word in found.Where(w => w.Value != "all"))
            binding.Register.Refer(Thing.Team, word.Value, word.At);
        if (found.Count > 1 && found.FirstOrDefault(w => w.Value == "all") is { } all)
            Problems.Add(all.At, "all-and-more", "‘all’ already means every team; remove the other names or ‘all’.");
        return Once(key, found);
    }

    /// <summary>Everybody (all), teams, roles of teams, or single seats (team.role.1).</summary>
    public ImmutableArray<string> Readers(string key, bool required = false)
    {
        var found = fields.Words(key, required);
        foreach (var word in found.Where(w => w.Value != "all"))
            binding.Register.Refer(word.Value.Count(c => c == '.') switch { 0 => Thing.Team, 1 => Thing.Role, _ => Thing.Seat }, word.Value, word.At);
        return [.. found.Select(w => w.Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Teams and roles of teams, or the one word ‘all’.</summary>
    public ImmutableArray<string> TeamsOrRoles(string key, bool required = false, bool all = true)
    {
        var found = fields.Words(key, required);
        foreach (var word in found.Where(w => !all || w.Value != "all"))
            binding.Register.Refer(word.Value.Contains('.', StringComparison.Ordinal) ? Thing.Role : Thing.Team, word.Value, word.At);
        if (all && found.Count > 1 && found.FirstOrDefault(w => w.Value == "all") is { } one)
            Problems.Add(one.At, "all-and-more", "‘all’ already means every team; remove the other names or ‘all’.");
        return Once(key, found);
    }

    private ImmutableArray<string> Once(string key, IReadOnlyList<YamlScalar> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var again in words.Where(w => !seen.Add(w.Value)))
            Problems.Add(again.At, "named-twice", $"‘{again.Value}’ stands twice in ‘{key}’; remove one.");
        return [.. seen];
    }

    // Times

    /// <summary>A duration, or a drill time counted from StartEx, in milliseconds. Bounded, so that no sum or product in the rules can overflow.</summary>
    public long? MsOrNull(string key, int mostDays = MostDrillDays)
    {
        if (fields.DurationOrNull(key) is not { } time)
            return null;
        if (time.TotalDays > mostDays)
            fields.Wrong(key, "time-too-long", $"‘{key}’ may be {mostDays} days at most.");
        return (long)time.TotalMilliseconds;
    }

    /// <summary>Required; zero after a problem.</summary>
    public long Ms(string key)
    {
        if (!fields.Has(key))
            fields.Duration(key); // reports that it is missing
        return MsOrNull(key) ?? 0;
    }

    public long MsOr(string key, long orElse, int mostDays = MostDrillDays) => MsOrNull(key, mostDays) ?? orElse;

    /// <summary>A whole number that a meter can hold or change by.</summary>
    public long? Amount(string key) => fields.LongOrNull(key, -MostAmount, MostAmount);

    /// <summary>A change of a meter a drill minute; rules multiply it with milliseconds.</summary>
    public long? Rate(string key) => fields.LongOrNull(key, -MostRate, MostRate);

    /// <summary>A story time with its offset, in milliseconds since 1970 in UTC.</summary>
    public long Story(string key) => fields.Text(key) is { Length: > 0 } text ? StoryOf(key, text) : 0;

    public long? StoryOrNull(string key) => fields.TextOrNull(key) is { } text ? StoryOf(key, text) : null;

    private long StoryOf(string key, string text)
    {
        if (DateTimeOffset.TryParseExact(text, StoryFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && StoryPattern.IsMatch(text))
            return time.ToUnixTimeMilliseconds();
        fields.Wrong(key, "story-time", $"‘{key}’ must be a date and time with its offset from UTC, such as 2027-03-02T06:10:00+07:00.");
        return 0;
    }

    // Parts

    public ImmutableArray<T> Each<T>(string key, string what, Func<Item, T> read, bool required = false, int most = 500)
    {
        var items = fields.Each(key, what, required);
        if (items.Count > most)
            fields.Wrong(key, "too-many", $"‘{key}’ may have {most} entries; here are {items.Count}. Take some out.");
        return [.. items.Select((item, n) => Read(item, read, Below(key) is { } list ? $"{list}.{item.Peek("id") ?? (n + 1).ToString(CultureInfo.InvariantCulture)}" : null))];
    }

    public T One<T>(string key, string what, Func<Item, T> read) => Read(fields.Fields(key, what), read, Below(key));

    public T? OneOrNull<T>(string key, string what, Func<Item, T> read) where T : class =>
        fields.FieldsOrNull(key, what) is { } found ? Read(found, read, Below(key)) : null;

    public Condition When(string key)
    {
        if (fields.Note(key, "part", required: true, of: "a condition").Node(key) is { } node)
            return ConditionReader.Read(node, binding);
        fields.Wrong(key, "yaml-missing", $"‘{key}’ is missing in {fields.What}; say when it holds.");
        return new AtTime(0);
    }

    public Condition? WhenOrNull(string key) => fields.Note(key, "part", of: "a condition").Node(key) is { } node ? ConditionReader.Read(node, binding) : null;

    public ImmutableArray<Effect> Effects(string key) => [.. fields.Note(key, "parts", of: "an effect").List(key).Select(node => EffectReader.Read(node, binding))];

    private string? Below(string key) => path is null ? null : path.Length == 0 ? key : $"{path}.{key}";

    private T Read<T>(YamlFields found, Func<Item, T> read, string? at)
    {
        var value = read(new(found, binding, at));
        found.NoOtherKeys();
        return value;
    }

    private static readonly string[] StoryFormats = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm'Z'", "yyyy-MM-ddTHH:mm:ss'Z'"];

    [GeneratedRegex("^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    public static partial Regex IdPattern { get; }

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex StoryPattern { get; }
}
