using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Exchange.Hseep;

/// <summary>
/// A scenario as a master scenario events list in the HSEEP columns: what comes at a time by its time, then what comes by a condition, a decision or a
/// controller, with that said in words. It is for controllers, evaluators and other tools; it says what will happen, so players must not see it.
/// </summary>
public static class MselExport
{
    private static readonly int[] Widths = [9, 11, 22, 30, 20, 14, 24, 26, 60, 50, 36, 36];

    /// <param name="scenario">A checked scenario.</param>
    /// <param name="language">Of headings and sentences: en, vi or fr; the scenario's own texts are in it where there is a translation.</param>
    /// <returns>The bytes of an .xlsx.</returns>
    public static byte[] Write(Scenario scenario, string language)
    {
        var names = new MselNames(scenario, WorkbookWords.Of(language));
        var words = names.Words;
        var timed = scenario.Injects.Where(i => i.At is not null).OrderBy(i => i.At).ToList();
        var rows = new List<DrawnRow>
        {
            new([new($"{words.Say("exercise")}: {names.Of(scenario.Title)}. {words.Msel("title")}", CellLook.Title)]) { Height = 26 },
            new([.. words.MselColumns.Select(c => new DrawnCell(c, CellLook.Heading))]) { Height = 34 },
        };
        foreach (var (inject, n) in timed.Concat(scenario.Injects.Where(i => i.At is null)).Select((inject, n) => (inject, n)))
            rows.Add(new([.. Cells(scenario, names, inject, n + 1).Select(text => new DrawnCell(Fitting(text)))]));
        return XlsxWriter.Write([new("MSEL", Widths, rows) { Frozen = 2, Marking = words.Say("exercise") }]);
    }

    private static string[] Cells(Scenario scenario, MselNames names, Inject inject, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        inject.At is { } at ? DrillTime.Shown(TimeSpan.FromMilliseconds(at)) : names.Words.Msel("contingency"),
        inject.At is { } drill ? Story(scenario, drill) : "",
        names.Of(inject.Subject),
        names.Words.Msel(inject.From is null ? "control" : "simcell"),
        names.Words.Word("channel", inject.Channel),
        inject.From is { } contact ? names.Contact(contact) : names.Of(inject.FromText),
        string.Join("; ", inject.To.Select(names.Reader)),
        names.Of(inject.Body.Markdown),
        string.Join('\n', inject.Expected.Select(names.Say)),
        string.Join('\n', inject.Objectives.Select(names.Objective)),
        string.Join('\n', Notes(scenario, names, inject)),
    ];

    private static IEnumerable<string> Notes(Scenario scenario, MselNames names, Inject inject)
    {
        var words = names.Words;
        if (inject.At is null)
            yield return inject.When is { } when
                ? inject.After == 0 ? words.Msel("when", names.Say(when)) : words.Msel("when-after", names.Say(when), DrillTime.Written(TimeSpan.FromMilliseconds(inject.After)))
                : inject.Contingency ? words.Msel("held")
                : scenario.Pools.FirstOrDefault(p => p.Members.Any(m => m.Injects.Contains(inject.Id))) is { } pool ? words.Msel("pool", pool.Id)
                : Sources(scenario, names, inject.Id).Distinct().ToList() is { Count: > 0 } sources ? words.Msel("effect", string.Join(words.Msel("or"), sources)) : words.Msel("nothing");
        if (names.Of(inject.Title) is var title && title != names.Of(inject.Subject))
            yield return title;
        if (inject.Chance < 100)
            yield return words.Msel("chance", inject.Chance);
        if (inject.Attachments.Length > 0)
            yield return words.Msel("attachments", string.Join(", ", inject.Attachments.Select(names.Evidence)));
        yield return $"TLP:{inject.Tlp}";
    }

    /// <summary>Whose effect it is.</summary>
    private static IEnumerable<string> Sources(Scenario scenario, MselNames names, string id)
    {
        bool Brings(ImmutableArray<Effect> effects) => effects.Any(e => e is DeliverInject d && d.Inject == id);
        foreach (var decision in scenario.Decisions)
        {
            foreach (var option in decision.Options.Where(o => Brings(o.Effects)))
                yield return names.Words.Msel("decision-source", names.Of(decision.Title), names.Of(option.Name));
            if (Brings(decision.LapseEffects))
                yield return names.Words.Msel("lapse-source", names.Of(decision.Title));
        }

        foreach (var action in scenario.Actions.Where(a => Brings(a.Effects) || Brings(a.StartEffects) || Brings(a.FailEffects)))
            yield return names.Words.Msel("action-source", names.Of(action.Name));
        foreach (var inject in scenario.Injects.Where(i => Brings(i.Effects) || i.Variants.Any(v => Brings(v.Effects))))
            yield return names.Words.Msel("inject-source", names.Of(inject.Title));
        if (scenario.Matters.Any(m => Brings(m.GrantEffects) || Brings(m.RefuseEffects)) || scenario.Courts.Any(c => Brings(c.AdmittedEffects) || Brings(c.RejectedEffects) || Brings(c.LapseEffects)))
            yield return names.Words.Msel("other-source");
    }

    /// <summary>In the zone of the first State, which the others can reckon from.</summary>
    private static string Story(Scenario scenario, long at)
    {
        var phase = scenario.Phases.Last(p => p.At <= at || p == scenario.Phases[0]);
        return DateTimeOffset.FromUnixTimeMilliseconds(phase.Story + ((at - phase.At) * phase.Rate)).ToOffset(TimeSpan.FromMinutes(scenario.States[0].OffsetMinutes)).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
    }

    /// <summary>What one cell takes; a text of a scenario is shorter, many expected acts together may not be.</summary>
    private static string Fitting(string text) => XlsxText.Escaped(text).Length <= XlsxText.Most ? text : text[..(XlsxText.Most / 2)] + "…";
}
