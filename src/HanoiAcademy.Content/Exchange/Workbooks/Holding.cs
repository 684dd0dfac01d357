using System.Globalization;
using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>
/// What of a workbook can stand in a new scenario by itself. A workbook that was exported from a rich scenario names actions, evidence or contacts that
/// it does not hold: such a thing becomes something that people do or judge, and the report says so.
/// </summary>
internal sealed class Holding(BookReading book, List<LossLine> lines)
{
    private readonly Dictionary<ThingKey, Said> _all = book.All.ToDictionary(s => s.Key);

    /// <summary>Without the drill itself, owners before what belongs to them, in the order in which files are best read.</summary>
    public IReadOnlyList<Said> All()
    {
        Matters();
        foreach (var said in Of(ThingKind.Inject))
            Effects(said, "effects");
        foreach (var said in Of(ThingKind.Option))
            Effects(said, "effects");
        Decisions();
        foreach (var said in Of(ThingKind.Inject))
            Inject(said);
        foreach (var said in Of(ThingKind.Objective))
            Objective(said);
        ThingKind[] order = [ThingKind.Team, ThingKind.Role, ThingKind.Decision, ThingKind.Option, ThingKind.Objective, ThingKind.Inject];
        return [.. order.SelectMany(Of)];
    }

    /// <summary>A State for each that a team names; null when none does.</summary>
    public YamlItems? States(Said drill)
    {
        var ids = Of(ThingKind.Team).Select(t => t["state"]).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            return null;
        var zone = StoryCell.TryRead(drill["start"], out var start) ? start.ToString("zzz", CultureInfo.InvariantCulture) : "+00:00";
        lines.Add(new(LossKind.ToWrite, book.Context.Words.Tab("teams"), $"The States ({string.Join(", ", ids)}) have their ids as names and the time zone {zone}; write their names and zones into scenario.yaml."));
        return new([.. ids.Select(id => new YamlKeys([new("id", YamlValue.Of(id)), new("name", YamlValue.Of(char.ToUpperInvariant(id[0]) + id[1..])), new("zone", YamlValue.Of(zone))]))]);
    }

    private List<Said> Of(ThingKind kind) => [.. book.All.Where(s => s.Key.Kind == kind && _all.ContainsKey(s.Key))];

    private bool Has(ThingKind kind, string id) => _all.ContainsKey(new(kind, id));

    private void Say(LossKind kind, ThingKey key, string field, string what) =>
        lines.Add(new(kind, book.PlaceOf(key, field) is { } place ? WholeImport.Where(place) : "", what, key.Id));

    private void Matters()
    {
        foreach (var said in Of(ThingKind.Matter))
        {
            Say(LossKind.ToWrite, said.Key, "id", $"The request ‘{said.Key.Id}’ needs authorities, data sets and a State profile, which only files can say; write them, then merge this workbook into the folder, and the request comes in.");
            _all.Remove(said.Key);
        }
    }

    private void Effects(Said said, string field)
    {
        if (said[field].Length == 0)
            return;
        var kept = new List<string>();
        foreach (var line in said[field].Split('\n'))
            if (PartCell.Read(line) is { Entries: [{ Key: var kind, Value: var value }] } && (kind, value) switch
            {
                ("open", YamlText id) => Has(ThingKind.Decision, id.Text),
                ("inject", YamlText id) => Has(ThingKind.Inject, id.Text),
                ("inject", YamlKeys map) => Has(ThingKind.Inject, map.TextOf("id")),
                _ => false,
            })
                kept.Add(line);
            else
                Say(LossKind.Dropped, said.Key, field, $"The effect {line} names what a workbook does not hold; write it into the files.");
        said.Fields[field] = string.Join('\n', kept);
    }

    /// <summary>Ids that some effect which is left brings about.</summary>
    private HashSet<string> Brought(string kind) => [.. Of(ThingKind.Inject).Concat(Of(ThingKind.Option)).SelectMany(s => s["effects"].Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(PartCell.Read)
        .Select(e => e[kind] is YamlKeys map ? map.TextOf("id") : e.TextOf(kind)).Where(id => id.Length > 0)];

    private void Decisions()
    {
        foreach (var said in Of(ThingKind.Decision))
        {
            if (said["opens"].StartsWith('{') && !Holds(PartCell.Read(said["opens"])))
                said.Fields["opens"] = "";
            if (said["opens"].Length > 0 || Brought("open").Contains(said.Key.Id))
                continue;
            Say(LossKind.Dropped, said.Key, "opens", $"Nothing that a workbook holds opens the decision ‘{said.Key.Id}’, and times are not invented; write when it opens, such as T+0:20.");
            _all.Remove(said.Key);
            foreach (var option in Of(ThingKind.Option).Where(o => o.Key.Owner == said.Key))
                _all.Remove(option.Key);
            foreach (var other in Of(ThingKind.Inject).Concat(Of(ThingKind.Option)))
                other.Fields["effects"] = string.Join('\n', other["effects"].Split('\n').Where(line => line != YamlWriter.Flow(new YamlKeys([new("open", YamlValue.Of(said.Key.Id))]))));
        }
    }

    private void Inject(Said said)
    {
        var when = said["time"];
        if (when.StartsWith('{') && !Holds(PartCell.Read(when[..(when.LastIndexOf('}') + 1)])))
            HoldBack(said, $"The condition {when} asks for what a workbook does not hold, so a controller holds the inject back and can fire it; write T+0:20, or the condition into the files.");
        else if (when.Length == 0 && !Brought("inject").Contains(said.Key.Id))
            HoldBack(said, "It has no time and nothing brings it, and times are not invented: a controller holds it back and can fire it. Write its time, such as T+0:20.");
        if (said["attachments"].Length > 0)
        {
            Say(LossKind.Dropped, said.Key, "attachments", $"A workbook does not hold evidence files, so the attachments ({said["attachments"]}) are left out; put the files into evidence/ and name them in scenario.yaml.");
            said.Fields["attachments"] = "";
        }

        if (said["replyTo"].Length > 0 && !Has(ThingKind.Inject, said["replyTo"]))
            said.Fields["replyTo"] = "";
        if (said["expected"].Length > 0)
            said.Fields["expected"] = Expected(said);
    }

    private void HoldBack(Said said, string why)
    {
        Say(LossKind.Changed, said.Key, "time", why);
        said.Fields["time"] = "contingency";
    }

    private string Expected(Said said)
    {
        var cell = new ExpectedCell();
        var all = ((YamlItems)cell.Value(said["expected"])).Items.Cast<YamlKeys>().Select(act =>
        {
            if (act.IndexOf("observe") >= 0 || (act["decide"] is YamlKeys decide && Has(ThingKind.Option, $"{decide.TextOf("decision")}.{decide.TextOf("option")}")))
                return act;
            var what = YamlWriter.Flow(act.Set("by", null))[2..^2];
            Say(LossKind.Changed, said.Key, "expected", $"‘{what}’ names what a workbook does not hold; evaluators mark it instead of the rules.");
            return new YamlKeys([new("by", YamlValue.Of(act.TextOf("by"))), new("observe", YamlValue.Of(what))]);
        });
        return cell.Say(new YamlItems([.. all]));
    }

    private void Objective(Said said)
    {
        if (said["rubric"].Length > 0 || (said["when"].Length > 0 && Holds(PartCell.Read(said["when"]))))
            return;
        Say(LossKind.Changed, said.Key, "when", $"The rules cannot see ‘{said["name"]}’{(said["when"].Length > 0 ? $" by {said["when"]} without the files" : "")}; an evaluator says whether it was reached{(said["by"].Length > 0 ? $" by T+{said["by"]}" : "")}.");
        foreach (var field in new[] { "when", "by" })
            said.Fields[field] = "";
        var (no, yes) = book.Context.Words.Language switch { "vi" => ("Không đạt", "Đạt"), "fr" => ("Non atteint", "Atteint"), _ => ("Not reached", "Reached") };
        said.Fields["rubric"] = $"no (0): {no}\nyes ({said["points"]}): {yes}";
    }

    /// <summary>Whether a condition asks only for what is here.</summary>
    private bool Holds(YamlValue condition) => condition is YamlKeys { Entries: [{ Key: var kind, Value: var value }] } && (kind, value) switch
    {
        ("all" or "any", YamlItems several) => several.Items.All(Holds),
        ("not", _) => Holds(value),
        ("at", YamlText) => true,
        ("inject", YamlText id) => Has(ThingKind.Inject, id.Text),
        ("inject", YamlKeys map) => Has(ThingKind.Inject, map.TextOf("id")) && map.TextOf("variant") is "" or InjectReader.Own,
        ("decision", YamlText id) => Has(ThingKind.Decision, id.Text),
        ("decision", YamlKeys map) => map.TextOf("option") is "" or "lapsed" ? Has(ThingKind.Decision, map.TextOf("id")) : Has(ThingKind.Option, $"{map.TextOf("id")}.{map.TextOf("option")}"),
        _ => false,
    };
}
