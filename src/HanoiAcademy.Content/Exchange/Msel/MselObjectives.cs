using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Times;
using HanoiAcademy.Content.Exchange.Writing;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>What rows say they serve becomes objectives that evaluators judge, of the teams that get these injects.</summary>
internal static partial class MselObjectives
{
    private const int Most = 200;
    private const int MostInAll = 450;

    public static void Write(DrillDraft draft, List<MselRow> events, LossBook loss)
    {
        var ids = new Ids();
        var teams = new Dictionary<string, (string Name, List<string> Teams)>(StringComparer.Ordinal);
        var served = new List<List<string>>();
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (row, inject) in events.Zip(draft.Injects))
        {
            served.Add([]);
            foreach (var name in Split.Split(row.Text(ColumnMeaning.Objective)).Select(part => YamlText.OneLine(part).Trim('-', '•', '*', ' ')).Where(part => part.Length > 0))
            {
                // A code alone tells an evaluator nothing.
                if (Fold.Words(name).Split(' ').Count(word => word.Length > 1 && !word.Any(char.IsDigit)) < 2 && name.All(c => c < '\u2E80') || name.Length < 4)
                {
                    loss.Changed(row.Where, $"Its objective {MselTable.Quoted(name)} is a code that tells an evaluator nothing by itself, so it stands in the inject's notes; write objectives with a rubric to have it judged.", inject.Id);
                    codes[inject.Id] = codes.TryGetValue(inject.Id, out var before) ? $"{before}, {name}" : name;
                    continue;
                }

                var key = Fold.Words(name);
                if (!teams.TryGetValue(key, out var known))
                {
                    if (teams.Count == Most)
                    {
                        loss.Dropped(row.Where, $"Its objective {MselTable.Quoted(name)}: there are more than {Most}.", inject.Id);
                        continue;
                    }

                    teams[key] = known = (MselImport.Cut(name, 300), []);
                }

                served[^1].Add(key);
                known.Teams.AddRange(DraftFolder.Receivers(inject, draft).Where(team => !known.Teams.Contains(team)));
            }
        }

        for (var n = 0; n < draft.Injects.Count; n++)
            if (codes.TryGetValue(draft.Injects[n].Id, out var code))
                draft.Injects[n] = draft.Injects[n] with { ForControl = $"{draft.Injects[n].ForControl}\nObjective: {code}".Trim() };
        if (teams.Count == 0)
            return;
        var given = new Dictionary<(string Key, string Team), string>();
        foreach (var (key, objective) in teams)
            foreach (var team in objective.Teams)
            {
                if (draft.Objectives.Count == MostInAll)
                {
                    loss.Dropped("", $"The objective {MselTable.Quoted(objective.Name)} for ‘{team}’: a drill takes {MostInAll} objectives of all teams together.");
                    break;
                }

                var id = ids.Give(objective.Teams.Count == 1 ? objective.Name : $"{team}-{objective.Name}", "objective");
                given[(key, team)] = id;
                draft.Objectives.Add(new(id, team, objective.Name));
            }

        for (var n = 0; n < draft.Injects.Count; n++)
            draft.Injects[n] = draft.Injects[n] with { Objectives = [.. served[n].SelectMany(key => DraftFolder.Receivers(draft.Injects[n], draft).Select(team => given.GetValueOrDefault((key, team)))).OfType<string>().Distinct(StringComparer.Ordinal)] };
        loss.Kept("", $"Objectives for evaluators to judge: {string.Join("; ", teams.Values.Take(12).Select(o => o.Name))}{(teams.Count > 12 ? " …" : "")}.");
        loss.ToWrite("", "Each objective is worth 10 points with the levels met, partly met and not met, which is no more than a proposal; write points and rubrics of your own.");
    }

    [GeneratedRegex(@"[;\n]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Split { get; }
}
