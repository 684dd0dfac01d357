using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Exchange.Hseep;

/// <summary>A scenario's things by their names, and its conditions in words, for people who have only the list in their hand.</summary>
internal sealed class MselNames(Scenario scenario, WorkbookWords words)
{
    public WorkbookWords Words => words;

    public string Of(Text text) => text.In(words.Language, scenario.Languages[0]);

    /// <summary>A team, a role or a seat.</summary>
    public string Reader(string reader)
    {
        if (reader == "all")
            return words.Msel("everybody");
        var parts = reader.Split('.');
        if (scenario.Teams.FirstOrDefault(t => t.Id == parts[0]) is not { } team)
            return reader;
        return parts.Length == 1 || team.Roles.FirstOrDefault(r => r.Id == parts[1]) is not { } role ? Of(team.Name)
            : $"{Of(team.Name)}: {Of(role.Name)}{(parts.Length > 2 ? " " + parts[2] : "")}";
    }

    public string Contact(string id) => Name(scenario.Contacts, c => c.Id == id, c => c.Name, id);
    public string Evidence(string id) => Name(scenario.Evidence, e => e.Id == id, e => e.Name, id);
    public string Action(string id) => Name(scenario.Actions, a => a.Id == id, a => a.Name, id);
    public string Decision(string id) => Name(scenario.Decisions, d => d.Id == id, d => d.Title, id);
    public string Inject(string id) => Name(scenario.Injects, i => i.Id == id, i => i.Title, id);
    public string Matter(string id) => Name(scenario.Matters, m => m.Id == id, m => m.Name, id);
    public string Court(string id) => Name(scenario.Courts, c => c.Id == id, c => c.Title, id);
    public string Objective(string id) => Name(scenario.Objectives, o => o.Id == id, o => o.Name, id);
    public string Option(string decision, string option) => scenario.Decisions.FirstOrDefault(d => d.Id == decision) is { } one ? Name(one.Options, o => o.Id == option, o => o.Name, option) : option;

    public string Say(Condition condition) => condition switch
    {
        AllOf all => string.Join(words.Msel("and"), all.Of.Select(Part)),
        AnyOf any => string.Join(words.Msel("or"), any.Of.Select(Part)),
        Not not => words.Msel("not", Part(not.Of)),
        AtTime at => words.Msel("at", DrillTime.Shown(TimeSpan.FromMilliseconds(at.At))),
        ActionDone { Outcome: "started" } a => words.Msel("action-started", Action(a.Action)),
        ActionDone { Outcome: "failed" } a => words.Msel("action-failed", Action(a.Action)),
        ActionDone a => words.Msel("action", Action(a.Action)),
        DecisionIs { Option: null } d => words.Msel("decision", Decision(d.Decision)),
        DecisionIs { Option: "lapsed" } d => words.Msel("decision-lapsed", Decision(d.Decision)),
        DecisionIs d => words.Msel("decision-option", Decision(d.Decision), Option(d.Decision, d.Option!)),
        InjectOut i => words.Msel("inject", Inject(i.Inject)),
        FlagSet f => words.Msel("flag", Name(scenario.Flags, x => x.Id == f.Flag, x => x.About, f.Flag)),
        AssetIs a => words.Msel("asset", Name(scenario.Assets, x => x.Id == a.Asset, x => x.Name, a.Asset), scenario.Assets.FirstOrDefault(x => x.Id == a.Asset)?.States.FirstOrDefault(s => s.Id == a.Is) is { } state ? Of(state.Name) : a.Is),
        MeterIs m => string.Join(words.Msel("and"), Bounds(m)),
        EvidenceIs { Team: "" } e => words.Msel("evidence", Evidence(e.Evidence), e.Is),
        EvidenceIs e => words.Msel("evidence-team", Evidence(e.Evidence), e.Is, Reader(e.Team)),
        CourtIs c => words.Msel("court", Court(c.Court), c.Is),
        RequestIs r => words.Msel("request", Matter(r.Matter), r.Status),
        HoldIs h => words.Msel("hold", h.Property is { } property ? Name(scenario.Properties, p => p.Id == property, p => p.Name, property) : Name(scenario.DataSets, d => d.Id == h.DataSet, d => d.Name, h.DataSet), h.Is),
        MessageTo { Team: null } m => words.Msel("message", Contact(m.Contact)),
        MessageTo m => words.Msel("message-team", Contact(m.Contact), Reader(m.Team!)),
        AnswerIs a => words.Msel("answer", Action(a.Action), scenario.Actions.FirstOrDefault(x => x.Id == a.Action)?.Fields.FirstOrDefault(f => f.Id == a.Field) is { } field ? Of(field.Name) : a.Field),
        StepIs s => words.Msel("step", Action(s.Step), s.Is),
        _ => "",
    };

    public string Say(ExpectedAct act) => $"{Reader(act.By)}: " + act switch
    {
        ExpectAction a => words.Msel("expect-action", Action(a.Action)),
        ExpectDecision d => words.Msel("expect-decision", Decision(d.Decision), Option(d.Decision, d.Option)),
        ExpectRequest r => words.Msel("expect-request", Matter(r.Matter)),
        ExpectIdentify e => words.Msel("expect-evidence", Evidence(e.Evidence), words.Msel("identify")),
        ExpectCollect e => words.Msel("expect-evidence", Evidence(e.Evidence), words.Msel("collect")),
        ExpectAcquire e => words.Msel("expect-evidence", Evidence(e.Evidence), words.Msel("acquire")),
        ExpectPreserve e => words.Msel("expect-evidence", Evidence(e.Evidence), words.Msel("preserve")),
        ExpectReceipt e => words.Msel("expect-evidence", Evidence(e.Evidence), words.Msel("receipt")),
        ExpectHandOver h => words.Msel("expect-handover", Evidence(h.Evidence), Reader(h.Team)),
        ExpectFile f => words.Msel("expect-file", Court(f.Court)),
        ExpectMessage m => words.Msel("expect-message", Contact(m.To)),
        ExpectObserved o => words.Msel("expect-observe", Of(o.What)),
        _ => "",
    };

    private string Part(Condition condition) => condition is AllOf { Of.Length: > 1 } or AnyOf { Of.Length: > 1 } ? $"({Say(condition)})" : Say(condition);

    private IEnumerable<string> Bounds(MeterIs meter)
    {
        var name = Name(scenario.Meters, m => m.Id == meter.Meter, m => m.Name, meter.Meter);
        if (meter.AtLeast is { } least)
            yield return words.Msel("least", name, least.ToString(CultureInfo.InvariantCulture));
        if (meter.AtMost is { } most)
            yield return words.Msel("most", name, most.ToString(CultureInfo.InvariantCulture));
    }

    private string Name<T>(ImmutableArray<T> all, Func<T, bool> isIt, Func<T, Text> name, string id) where T : class => all.FirstOrDefault(isIt) is { } found ? Of(name(found)) : id;
}
