using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>What a matter says of points, mistakes, the answer, and what comes after it: that the kind knows it, and that somebody can earn it.</summary>
internal static class MatterDetails
{
    public static void Run(Checked c, Matter m, RequestKind kind)
    {
        foreach (var fact in m.Facts.Where(f => kind.Fields.All(x => x.Id != f.Field) && !RequestKinds.Header.Contains(f.Field)))
            c.Wrong(Thing.Matter, m.Id, "facts", "fact-elsewhere", $"A form of the kind {m.Kind} has no field ‘{fact.Field}’, so this fact cannot stand there; its fields are {string.Join(", ", kind.Fields.Select(f => f.Id))}.");
        foreach (var code in m.Weights.Keys.Concat(m.Traps.Select(t => t.Code)).Where(code => !Mistakes.CanHave(kind, "sender", code) && !Mistakes.CanHave(kind, "receiver", code)))
            c.Wrong(Thing.Matter, m.Id, m.Weights.ContainsKey(code) ? "weights" : "traps", "mistake-not-of-kind", NotOfKind(kind, code));
        if (m.Exception is { } answer && !kind.Answers.Contains(answer.Answer))
            c.Wrong(Thing.Matter, m.Id, "answer", "answer-not-of-kind", $"A request of the kind {m.Kind} is not answered ‘{answer.Answer}’; its answers are {string.Join(", ", kind.Answers)}.");
        if (m.Exception is { Answer: "refuse", Ground.Length: 0 })
            c.Wrong(Thing.Matter, m.Id, "answer", "refusal-without-ground", "A refusal names its ground; add ‘ground’.");
        if (m.Points > 0 && c.Scenario.Authorities.Where(a => a.Id == m.From || a.Id == m.To).All(a => a.PlayedBy.IsEmpty))
            c.Wrong(Thing.Matter, m.Id, "points", "points-for-nobody", "No role plays either end of this matter, so nobody can earn its points; let an end be played, or take the points out.");
        if (m.LateAfter is not null && kind.Id != "stop-payment")
            c.Wrong(Thing.Matter, m.Id, "lateAfter", "late-after-unused", "Only a request to stop a payment comes late by the clock; a preservation comes too late when the data are gone (‘retentionEnds’ of the data set). Take it out.", Severity.Warning);
        Signature(c, m, kind);
        Path(c, m);
    }

    /// <summary>A form that nobody may sign goes out unsigned, or not at all.</summary>
    private static void Signature(Checked c, Matter m, RequestKind kind)
    {
        var from = c.Scenario.Authorities.FirstOrDefault(a => a.Id == m.From);
        if (from is null || from.PlayedBy.IsEmpty || kind.Unauthorised.Length == 0 || c.Scenario.States.FirstOrDefault(s => s.Id == from.State) is not { } state)
            return;
        var classes = m.Needed.Classes.Length > 0 ? m.Needed.Classes.Select(x => $"{m.Kind}.{x}") : [];
        if (!state.Authorises.ContainsKey(m.Kind) && !classes.Any(state.Authorises.ContainsKey) && !state.Authorises.Keys.Any(k => k.StartsWith(m.Kind + ".", StringComparison.Ordinal)))
            c.Wrong(Thing.Matter, m.Id, "kind", "nobody-authorises", $"Nobody of {state.Id} may authorise a request of the kind {m.Kind}, so whatever its people send is a mistake; name who may under ‘authorises’ of the State: {{ {m.Kind}: [team.role] }}.", Severity.Warning);
    }

    public static string NotOfKind(RequestKind kind, string code) =>
        $"‘{code}’ is no mistake of the kind {kind.Id}; typical ones are {string.Join(", ", kind.Mistakes.Select(m => m.Code))}.";

    private static void Path(Checked c, Matter m)
    {
        if (m.Path is { } path && c.Scenario.Matters.FirstOrDefault(x => x.Id == path) is { } told)
        {
            if (m.Kind != "preservation" || told.Kind != "path")
                c.Wrong(Thing.Matter, m.Id, "path", "path-kind", "A path is found while executing a preservation, and is a matter of the kind path; name one.");
            else if (told.From != m.To)
                c.Wrong(Thing.Matter, m.Id, "path", "path-sender", $"Whoever keeps the data tells the path: ‘{m.To}’, not ‘{told.From}’; make the matter ‘{told.Id}’ come from there.");
        }

        if (m.Next is { } next && c.Scenario.Matters.FirstOrDefault(x => x.Id == next) is { } asked && (m.Kind != "path" || asked.Kind != "preservation"))
            c.Wrong(Thing.Matter, m.Id, "next", "next-kind", "What comes after a path is a preservation in the next State; name such a matter, and only for a path.");
    }
}
