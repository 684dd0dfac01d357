using System.Globalization;
using System.Text;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Rehearsals.Plots;

/// <summary>How often each thing of a kind came up, by skill: one row a thing, a bar and a number a skill, and the fixed strategies under which it did.</summary>
internal static class ShareTable
{
    private const int Bar = 120, High = 12;

    public static string Draw(RehearsalResult r, string caption, IEnumerable<(string Id, string Name)> things, Func<Played, string, bool> cameUp)
    {
        var rows = new StringBuilder();
        foreach (var (id, name) in things)
        {
            var ever = r.Runs.Any(p => cameUp(p, id));
            rows.Append(CultureInfo.InvariantCulture, $"<tr{(ever ? "" : " class='never'")}><th scope='row'>{Svg.Escape(name)} <small>{Svg.Escape(id)}{(ever ? "" : ", in no run")}</small></th>");
            foreach (var skill in Skill.Compared)
            {
                var share = r.Share(skill.Id, p => cameUp(p, id));
                rows.Append("<td>").Append(new Svg(Bar + 2, High, $"{share} per cent").Rect(0, 0, Bar, High, "frame").Rect(0, 0, share * Bar / 100.0, High, skill.Id)).Append(CultureInfo.InvariantCulture, $" {share}</td>");
            }

            var strategies = Strategy.All.Where(s => r.By(s.Id).Any(p => cameUp(p, id))).Select(s => s.Id);
            rows.Append(CultureInfo.InvariantCulture, $"<td><small>{Svg.Escape(string.Join(", ", strategies))}</small></td></tr>");
        }

        return rows.Length == 0 ? "" : $"<table><caption>{Svg.Escape(caption)}, in per cent of runs</caption><thead><tr><td></td>{string.Concat(Skill.Compared.Select(s => $"<th scope='col'>{s.Id}</th>"))}<th scope='col'>fixed strategies</th></tr></thead><tbody>{rows}</tbody></table>";
    }
}
