using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Fictional States with their profile, and the treaties between them.</summary>
internal static partial class StatesReader
{
    public static StateProfile Read(Item i) => new()
    {
        Id = i.Id(Thing.State),
        Name = i.Text("name"),
        OffsetMinutes = Zone(i),
        ZoneName = i.TextOrEmpty("zoneName"),
        Languages = Languages(i, "languages", required: false),
        About = i.TextOrEmpty("about"),
        Authorises = i.OneOrNull("authorises", "the authorisations", Authorises) ?? None,
        HoldDays = i.Fields.IntOrNull("holdDays", 1, 3650) ?? 60,
        Policy = i.OneOrNull("policy", "the answer policy", Policy) ?? new AnswerPolicy(),
        CentralAuthority = i.ReferOrNull("centralAuthority", Thing.Authority),
        DeskOrders = i.Word("desk", Words.DeskPower, "orders") == "orders",
        OfficeHours = i.OneOrNull("officeHours", "office hours", ProfileReader.Hours),
        Holidays = ProfileReader.Holidays(i),
        DualCriminality = i.WordsOf("dualCriminality", Words.RequestKind),
        FreezeDays = i.Fields.IntOrNull("freezeDays", 1, 3650) ?? 30,
        EvidenceDays = i.Fields.IntOrNull("evidenceDays", 1, 3650) ?? 10,
        SuspensionHours = i.Fields.IntOrNull("suspensionHours", 1, 8760) ?? 72,
        LiveDays = i.Fields.IntOrNull("liveDays", 1, 365) ?? 30,
        Emergency = i.OneOrNull("emergency", "the emergency rule", ProfileReader.Emergency) ?? new EmergencyRule(),
        PersonalData = i.TextOrEmpty("personalData"),
        KeepsConfidential = i.Fields.Bool("keepsConfidential", orElse: true),
        ConsentsToOtherUse = i.Fields.Bool("consentsToOtherUse", orElse: true),
        Retention = i.Each("retention", "a line of retention", RetentionReader.Read, most: 100),
    };

    public static Treaty ReadTreaty(Item i)
    {
        var treaty = new Treaty(i.Word("basis", Words.TreatyBasis), i.ReferEach("between", Thing.State, required: true));
        if (treaty.Between.Length == 1)
            i.Fields.Wrong("between", "treaty-alone", "A treaty is in force between at least two States; name the others.");
        return treaty;
    }

    public static ImmutableArray<string> Languages(Item i, string key, bool required)
    {
        var words = i.Fields.Words(key, required);
        foreach (var wrong in words.Where(w => !TagPattern.IsMatch(w.Value)))
            i.Problems.Add(wrong.At, "language-tag", $"‘{wrong.Value}’ is no language tag; write two or three lower-case letters, such as en, vi or pt-BR.");
        return [.. words.Select(w => w.Value)];
    }

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> None =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Authorises(Item i)
    {
        var all = None.ToBuilder();
        foreach (var kind in Words.RequestKind.Keys)
            if (i.Fields.Note(kind, "map", of: "the classes of data").Node(kind) is Yaml.YamlMap)
                foreach (var (dataClass, roles) in i.OneOrNull(kind, "the classes of data", ByClass) ?? None)
                    all[$"{kind}.{dataClass}"] = roles;
            else if (i.ReferEach(kind, Thing.Role) is var roles && i.Has(kind))
                all[kind] = roles;
        return all.ToImmutable();
    }

    /// <summary>Who authorises may depend on the class of data that is asked for.</summary>
    private static ImmutableSortedDictionary<string, ImmutableArray<string>> ByClass(Item i)
    {
        var all = None.ToBuilder();
        foreach (var dataClass in Words.DataClass.Keys)
            if (i.ReferEach(dataClass, Thing.Role) is var roles && i.Has(dataClass))
                all[dataClass] = roles;
        return all.ToImmutable();
    }

    private static AnswerPolicy Policy(Item i)
    {
        var usual = new AnswerPolicy();
        return new(i.MsOr("acknowledge", usual.AcknowledgeMs, Item.MostStoryDays), i.MsOr("answer", usual.AnswerMs, Item.MostStoryDays), i.MsOr("forward", usual.ForwardMs, Item.MostStoryDays), i.MsOr("returnLapse", usual.ReturnLapseMs, Item.MostStoryDays));
    }

    private static int Zone(Item i)
    {
        var text = i.Fields.Text("zone");
        if (text.Length == 0)
            return 0;
        if (ZonePattern.Match(text) is { Success: true } match)
        {
            var minutes = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) * 60 + int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture);
            return match.Groups[1].Value == "-" ? -minutes : minutes;
        }

        i.Fields.Wrong("zone", "zone-shape", "‘zone’ must be a fixed offset from UTC in quotes, such as \"+07:00\"; fictional States have no daylight saving.");
        return 0;
    }

    [GeneratedRegex(@"^([+-])(0\d|1[0-4]):([0-5]\d)$")]
    private static partial Regex ZonePattern { get; }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex TagPattern { get; }
}
