using System.Globalization;
using System.Text;
using HanoiAcademy.Content.Files;

namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>Writes a draft as the files an author would write: few keys, one inject a file, the same bytes for the same draft.</summary>
internal static class DraftFolder
{
    public static ContentFolder Write(DrillDraft draft)
    {
        var files = new List<ContentFile> { File("scenario.yaml", Main(draft)) };
        // Two digits of order and a nought to put something between; from the hundredth on all have one digit more.
        var digits = draft.Injects.Select(inject => inject.Number).DefaultIfEmpty(0).Max() > 99 ? "0000" : "000";
        foreach (var inject in draft.Injects)
            files.Add(File($"injects/{(inject.Number * 10).ToString(digits, CultureInfo.InvariantCulture)}-{inject.Id}.md", Inject(inject, draft)));
        foreach (var team in draft.Teams.Where(team => team.Brief.Length > 0))
            files.Add(File($"briefs/{team.Id}.md", team.Brief.Trim() + "\n"));
        foreach (var evidence in draft.Evidence)
            files.Add(File(evidence.File, evidence.Text));
        return ContentFolder.Of("scenarios/" + draft.Id, files, FolderLimits.Scenario);
    }

    private static string Main(DrillDraft draft)
    {
        var yaml = new StringBuilder();
        yaml.Append("schema: 1\n");
        Key(yaml, "id", draft.Id);
        Key(yaml, "title", draft.Title);
        if (draft.Summary.Length > 0)
            Key(yaml, "summary", draft.Summary);
        yaml.Append(CultureInfo.InvariantCulture, $"languages: [{draft.Language}]\n");
        if (draft.Language != "en")
            // The word EXERCISE must stand in every drill's assumption; in another language an author has to write it.
            Key(yaml, "assumption", Assumption.GetValueOrDefault(draft.Language, Assumption["en"]));
        List(yaml, "teams", draft.Teams, team => $"id: {team.Id}, name: {YamlText.Scalar(team.Name, inFlow: true)}{(team.Side is null ? "" : $", side: {team.Side}")}");
        List(yaml, "contacts", draft.Contacts, contact => $"id: {contact.Id}, name: {YamlText.Scalar(contact.Name, inFlow: true)}{(contact.About.Length == 0 ? "" : $", about: {YamlText.Scalar(contact.About, inFlow: true)}")}, teams: [all]");
        List(yaml, "evidence", draft.Evidence, evidence => $"id: {evidence.Id}, name: {YamlText.Scalar(evidence.Name, inFlow: true)}, file: {evidence.File}");
        if (draft.Objectives.Count > 0)
        {
            var words = Rubric.GetValueOrDefault(draft.Language, Rubric["en"]);
            yaml.Append("\nobjectives:\n");
            foreach (var objective in draft.Objectives)
                yaml.Append(CultureInfo.InvariantCulture, $"  - id: {objective.Id}\n    team: {objective.Team}\n    name: {YamlText.Scalar(objective.Name)}\n    points: 10\n    rubric:\n")
                    .Append(CultureInfo.InvariantCulture, $"      - {{ id: met, words: {words[0]}, points: 10 }}\n      - {{ id: partly, words: {words[1]}, points: 5 }}\n      - {{ id: not-met, words: {words[2]}, points: 0 }}\n");
        }

        List(yaml, "phases", draft.Phases, phase => $"id: {phase.Id}, title: {YamlText.Scalar(phase.Title, inFlow: true)}, at: {Duration(phase.AtMs)}, story: \"{phase.Story.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}Z\"");
        return yaml.ToString();
    }

    private static string Inject(InjectDraft inject, DrillDraft draft)
    {
        var md = new StringBuilder("---\n");
        foreach (var (heading, text) in inject.Notes)
            Comment(md, heading, text);
        if (inject.Title.Length > 0 && inject.Title != inject.Subject)
            Key(md, "title", inject.Title);
        if (inject.AtMs is { } at)
            md.Append(CultureInfo.InvariantCulture, $"at: {Duration(at)}\n");
        else
            md.Append("contingency: true\n");
        md.Append(CultureInfo.InvariantCulture, $"to: [{string.Join(", ", inject.To)}]\nchannel: {inject.Channel}\n");
        if (inject.Attention != "normal")
            md.Append(CultureInfo.InvariantCulture, $"attention: {inject.Attention}\n");
        if (inject.From is not null)
            md.Append(CultureInfo.InvariantCulture, $"from: {inject.From}\n");
        else if (inject.FromText.Length > 0)
            Key(md, "fromText", inject.FromText);
        Key(md, "subject", inject.Subject);
        if (inject.Controller.Length > 0)
            Key(md, "controller", inject.Controller);
        Lines(md, "notes", inject.ForControl);
        if (inject.Attachments.Count > 0)
            md.Append(CultureInfo.InvariantCulture, $"attachments: [{string.Join(", ", inject.Attachments)}]\n");
        if (inject.Objectives.Count > 0)
            md.Append(CultureInfo.InvariantCulture, $"objectives: [{string.Join(", ", inject.Objectives)}]\n");
        if (inject.Expected.Count > 0)
        {
            md.Append("expected:\n");
            foreach (var expected in inject.Expected)
                foreach (var team in expected.Team is { } one ? [one] : Receivers(inject, draft))
                    md.Append(CultureInfo.InvariantCulture, $"  - {{ by: {team}.players, observe: {YamlText.Scalar(expected.Text, inFlow: true)} }}\n");
        }

        return md.Append("---\n").Append(inject.Body.Trim('\n')).Append('\n').ToString();
    }

    /// <summary>Teams that an expected act is asked of: everybody who gets it, save those who run the drill.</summary>
    public static IReadOnlyList<string> Receivers(InjectDraft inject, DrillDraft draft) =>
        inject.To.Contains("all") ? [.. draft.Teams.Where(team => team.Side is null).Select(team => team.Id)] : inject.To;

    /// <summary>Largest unit first, as authors write: 1d1h55m.</summary>
    public static string Duration(long ms)
    {
        var time = TimeSpan.FromMilliseconds(ms);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(time.Days > 0 ? $"{time.Days}d" : "")}{(time.Hours > 0 ? $"{time.Hours}h" : "")}{(time.Minutes > 0 ? $"{time.Minutes}m" : "")}{(time.Seconds > 0 ? $"{time.Seconds}s" : "")}");
        return text.Length == 0 ? "0m" : text;
    }

    private static void Comment(StringBuilder head, string heading, string text)
    {
        var lines = text.Split('\n').Select(YamlText.OneLine).Where(line => line.Length > 0).ToList();
        if (lines.Count == 0)
            return;
        head.Append(CultureInfo.InvariantCulture, $"# {YamlText.OneLine(heading)}: {lines[0]}\n");
        foreach (var line in lines.Skip(1))
            head.Append(CultureInfo.InvariantCulture, $"#   {line}\n");
    }

    /// <summary>One line as a scalar, several as a block in which every sign is only a sign.</summary>
    private static void Lines(StringBuilder head, string key, string text)
    {
        var lines = text.Split('\n').Select(YamlText.OneLine).Where(line => line.Length > 0).ToList();
        if (lines.Count == 1)
            Key(head, key, lines[0]);
        else if (lines.Count > 1)
            head.Append(CultureInfo.InvariantCulture, $"{key}: |-\n  {string.Join("\n  ", lines)}\n");
    }

    private static void Key(StringBuilder yaml, string key, string text) => yaml.Append(CultureInfo.InvariantCulture, $"{key}: {YamlText.Scalar(text)}\n");

    private static void List<T>(StringBuilder yaml, string key, List<T> items, Func<T, string> line)
    {
        if (items.Count == 0)
            return;
        yaml.Append(CultureInfo.InvariantCulture, $"\n{key}:\n");
        foreach (var item in items)
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ {line(item)} }}\n");
    }

    private static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static readonly Dictionary<string, string> Assumption = new(StringComparer.Ordinal)
    {
        ["en"] = "Exercise assumption: all fictional States are Parties; the Convention's real status is shown on the status page.",
        ["vi"] = "Giả định của diễn tập: mọi Quốc gia hư cấu đều là thành viên; tình trạng thật của Công ước có ở trang tình trạng.",
        ["fr"] = "Hypothèse d'exercice : tous les États fictifs sont Parties ; l'état réel de la Convention figure sur la page prévue à cet effet.",
    };

    private static readonly Dictionary<string, string[]> Rubric = new(StringComparer.Ordinal)
    {
        ["en"] = ["Met", "Partly met", "Not met"],
        ["vi"] = ["Đạt", "Đạt một phần", "Chưa đạt"],
        ["fr"] = ["Atteint", "Atteint en partie", "Non atteint"],
    };
}
