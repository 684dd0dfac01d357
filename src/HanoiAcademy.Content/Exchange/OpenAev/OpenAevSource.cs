using System.Globalization;
using System.Text.Json;
using HanoiAcademy.Content.Exchange.Html;
using HanoiAcademy.Content.Exchange.Json;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Times;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Exchange.OpenAev;

/// <summary>
/// A scenario (or simulation) that OpenAEV, once OpenBAS, exported. Its injects are a table too. What a machine was to do becomes a quiet note to a cell of
/// control that does it by hand or tells it; no command, payload or code of it comes along.
/// </summary>
internal sealed class OpenAevSource(JsonIn json, IReadOnlyList<string> attached, string fileName) : IImportSource
{
    private const string SheetName = "Injects";
    private const string Cell = "Technical cell";
    private static readonly string[] Headings = ["Time", "Title", "Subject", "Message", "To", "From", "Mode", "Expected actions", "Status", "Notes", "Source"];
    private static readonly ColumnMeaning[] Meanings =
    [
        ColumnMeaning.Time, ColumnMeaning.Title, ColumnMeaning.Subject, ColumnMeaning.Message, ColumnMeaning.To, ColumnMeaning.From, ColumnMeaning.Mode, ColumnMeaning.Expected, ColumnMeaning.Status, ColumnMeaning.Notes, ColumnMeaning.Notes,
    ];

    private readonly string _prefix = Prefix(json) ?? "scenario";

    public static bool Is(JsonIn json) => Prefix(json) is not null;

    public string Words => "an OpenAEV scenario";

    private static string? Prefix(JsonIn json) => ((string[])["scenario", "exercise", "simulation"]).FirstOrDefault(prefix => json.Has(json.Root, prefix + "_injects"));

    private string Title => YamlText.OneLine(Info("name")) is { Length: > 0 } name ? MselImport.Cut(name, 150) : DraftTitle.Of(fileName);

    private string Info(string key) => json.Text(json.Get(json.Root, _prefix + "_information"), $"{_prefix}_{key}");

    private IEnumerable<JsonElement> Each(string list) => json.Each(json.Root, $"{_prefix}_{list}");

    public ImportLook Look(ColumnMapping? template) => new(ImportKind.OpenAev, [], null, DraftTitle.Id(Title), Title, []);

    public (ContentFolder? Folder, IReadOnlyList<ImportRow> Rows) Run(ImportOrder order, LossBook loss, ProblemList problems)
    {
        var title = order.Title ?? Title;
        var draft = new DrillDraft(order.Id ?? DraftTitle.Id(title), title, order.Language) { Summary = MselImport.Cut(YamlText.OneLine(HtmlMarkdown.Plain(Info("description") is { Length: > 0 } description ? description : Info("subtitle"))), 1_000) };
        var teams = Each("teams").Where(team => json.Text(team, "team_name").Trim().Length > 0).Take(TopReader.MostTeams + 1).ToDictionaryFirst(team => json.Text(team, "team_id"), team => MselImport.Cut(YamlText.OneLine(json.Text(team, "team_name")), 120).Replace(",", " ", StringComparison.Ordinal));
        var mapping = new ColumnMapping([new(SheetName, Take: true, HeadingRow: 1, [.. Headings.Select((heading, at) => new ColumnMapped(CellName.Letter(at), heading, Meanings[at]))])]);
        var import = new MselImport(draft, mapping, order with { Sheets = null, Mapping = null }, loss, problems, fileName);
        import.Run(Table(teams, loss), people =>
        {
            foreach (var name in teams.Values)
                people.TeamOf(name, "");
            // Before any row asks for it, so that it is control's and no team that plays.
            if (Each("injects").Any(IsTechnical))
                people.ControlTeam(Cell);
        });
        if (problems.HasErrors)
            return (null, import.Rows);
        Briefs(draft);
        Left(loss);
        return (DraftFolder.Write(draft), import.Rows);
    }

    private SheetBook Table(Dictionary<string, string> teams, LossBook loss)
    {
        var articles = Each("articles").ToDictionaryFirst(article => json.Text(article, "article_id"), article => article);
        var channels = Each("channels").ToDictionaryFirst(channel => json.Text(channel, "channel_id"), channel => channel);
        var names = Each("injects").ToDictionaryFirst(inject => json.Text(inject, "inject_id"), inject => json.Text(inject, "inject_title"));
        var rows = new List<SheetRow> { new(1, [.. Headings.Select(heading => new SheetCell(heading))]) };
        foreach (var inject in Each("injects").OrderBy(inject => json.Whole(inject, "inject_depends_duration") ?? long.MaxValue).Take(TopReader.MostInjects + 1))
        {
            var content = json.Get(inject, "inject_content");
            var technical = IsTechnical(inject);
            var title = json.Text(inject, "inject_title").Trim();
            var article = json.Each(content, "articles").Select(id => articles.GetValueOrDefault(JsonIn.Text(id))).FirstOrDefault(a => a.ValueKind == JsonValueKind.Object);
            var channel = article.ValueKind == JsonValueKind.Object ? channels.GetValueOrDefault(json.Text(article, "article_channel")) : default;
            var where = string.Create(CultureInfo.InvariantCulture, $"{SheetName}, row {rows.Count + 1}");
            var (subject, message, mode) = (json.Text(content, "subject"), json.Text(content, "body") is { Length: > 0 } body ? body : json.Text(content, "message"), Mode(inject));
            if (article.ValueKind == JsonValueKind.Object)
                (subject, message, mode) = (json.Text(article, "article_name"), json.Text(article, "article_content"), ModeWords.Of(json.Text(channel, "channel_type").Replace("microblogging", "social", StringComparison.OrdinalIgnoreCase)) ?? "news");
            if (technical)
            {
                (subject, message, mode) = ($"Technical: {title}", Technical(inject), "note");
                loss.Changed(where, "A machine was to do this. It is a quiet note to the technical cell, a team of control, which does it by hand or tells it to the players.");
                loss.Dropped(where, "Its command, payload and settings: nothing that runs is taken over.");
            }

            if (message.Trim().Length == 0)
                message = json.Text(inject, "inject_description");
            if (json.Each(content, "articles").Skip(1).Any())
                loss.ToWrite(where, "It publishes several articles, of which the first is the message; write injects for the others.");
            var notes = new List<string>();
            foreach (var parent in json.Each(inject, "inject_depends_on").Select(d => json.Text(json.Get(d, "dependency_relationship"), "inject_parent_id")).Append(json.Text(inject, "inject_depends_on")).Where(id => id.Length > 0))
            {
                notes.Add($"Depends on: {names.GetValueOrDefault(parent, parent)}");
                loss.Changed(where, "It came only after another inject with a certain result; here it comes at its time. Write ‘when’ instead of ‘at’ to have it wait.");
            }

            foreach (var document in json.Each(inject, "inject_documents"))
                loss.Dropped(where, $"A document: {MselTable.Quoted(json.Text(document, "document_name") is { Length: > 0 } named ? named : JsonIn.Text(document))}. Add what players are to see as an evidence file.");
            rows.Add(new(rows.Count + 1,
            [
                .. ((string[])
                [
                    json.Whole(inject, "inject_depends_duration") is { } seconds ? Blueprint.BlueprintTable.Distance(seconds) : "",
                    title, subject, message, technical ? Cell : To(inject, teams), technical ? "Exercise control" : article.ValueKind == JsonValueKind.Object ? From(article, channel) : "", mode, Expected(content, technical),
                    json.Get(inject, "inject_enabled").ValueKind == JsonValueKind.False ? "disabled" : "", json.Text(inject, "inject_description") is var said && said != message ? said : "", string.Join("\n", notes),
                ]).Select(text => text.Trim() is { Length: > 0 } shown ? new SheetCell(shown.ReplaceLineEndings("\n")) : SheetCell.Empty),
            ]));
        }

        return new(fileName, [new(SheetName, IsHidden: false, rows)], []);
    }

    private bool IsTechnical(JsonElement inject)
    {
        var contract = json.Get(inject, "inject_injector_contract");
        if (json.Is(contract, "injector_contract_needs_executor") || json.Has(contract, "injector_contract_payload"))
            return true;
        var kind = Kind(inject);
        return kind.Length > 0 && !Told.Any(word => kind.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Injectors that tell people something; every other lets a machine do something.</summary>
    private static readonly string[] Told = ["email", "mail", "channel", "media", "sms", "manual", "mastodon", "challenge", "lade", "phone", "teams", "slack", "chat", "expectation"];

    private string Kind(JsonElement inject)
    {
        var contract = json.Get(inject, "inject_injector_contract");
        return json.Text(contract, "injector_contract_injector_type") is { Length: > 0 } type ? type : json.Text(inject, "inject_type") is { Length: > 0 } own ? own : json.Text(json.Get(json.Get(contract, "convertedContent"), "config"), "type");
    }

    private string Mode(JsonElement inject) => Kind(inject) switch
    {
        var kind when kind.Contains("mail", StringComparison.OrdinalIgnoreCase) => "mail",
        var kind when kind.Contains("sms", StringComparison.OrdinalIgnoreCase) => "chat",
        var kind when kind.Contains("mastodon", StringComparison.OrdinalIgnoreCase) => "social",
        var kind when kind.Contains("channel", StringComparison.OrdinalIgnoreCase) || kind.Contains("media", StringComparison.OrdinalIgnoreCase) => "news",
        var kind when kind.Contains("manual", StringComparison.OrdinalIgnoreCase) || kind.Contains("challenge", StringComparison.OrdinalIgnoreCase) => "note",
        _ => "",
    };

    /// <summary>Its name, its text and where it would have run. Never what would have run.</summary>
    private string Technical(JsonElement inject)
    {
        var contract = json.Get(inject, "inject_injector_contract");
        var payload = json.Get(contract, "injector_contract_payload");
        var platforms = string.Join(", ", json.Each(contract, "injector_contract_platforms").Select(JsonIn.Text).Where(p => p.Length is > 0 and < 40));
        var techniques = string.Join(", ", json.Each(payload, "payload_attack_patterns").Select(p => json.Text(p, "attack_pattern_external_id")).Where(t => t.Length is > 0 and < 40));
        return string.Join("\n\n", new[]
        {
            HtmlMarkdown.Plain(json.Text(inject, "inject_description")), $"In the tool it comes from a machine did this by itself: {YamlText.OneLine(json.Text(inject, "inject_title"))}.",
            platforms.Length > 0 ? $"It ran on: {platforms}." : "", techniques.Length > 0 ? $"Techniques: {techniques}." : "", "Show the players what they would see of it, or do it by hand where you have a range for it.",
        }.Where(part => part.Trim().Length > 0));
    }

    private string To(JsonElement inject, Dictionary<string, string> teams) => json.Is(inject, "inject_all_teams") ? "all"
        : string.Join(", ", json.Each(inject, "inject_teams").Select(team => teams.GetValueOrDefault(team.ValueKind == JsonValueKind.Object ? json.Text(team, "team_id") : JsonIn.Text(team), json.Text(team, "team_name"))).Where(name => name.Length > 0));

    private string From(JsonElement article, JsonElement channel) => json.Text(channel, "channel_name") is { Length: > 0 } name ? name : json.Text(article, "article_author");

    private string Expected(JsonElement content, bool technical) => technical ? "" : string.Join("\n", json.Each(content, "expectations").Select(expectation =>
    {
        var name = YamlText.OneLine(json.Text(expectation, "expectation_name"));
        var description = YamlText.OneLine(HtmlMarkdown.Plain(json.Text(expectation, "expectation_description")));
        return name.Length == 0 ? description : description.Length == 0 || description == name ? name : $"{name} ({description})";
    }).Where(line => line.Length > 0));

    private void Briefs(DrillDraft draft)
    {
        var about = Each("teams").ToDictionaryFirst(team => Fold.Words(json.Text(team, "team_name")), team => HtmlMarkdown.Of(json.Text(team, "team_description")).Text);
        for (var at = 0; at < draft.Teams.Count; at++)
            if (about.TryGetValue(Fold.Words(draft.Teams[at].Name), out var brief) && brief.Length > 0)
                draft.Teams[at] = draft.Teams[at] with { Brief = MselImport.CutBytes(brief, 18_000) };
    }

    private void Left(LossBook loss)
    {
        foreach (var objective in Each("objectives"))
            loss.ToWrite("", $"The objective {MselTable.Quoted(json.Text(objective, "objective_title"))}: it names no team and no points; write it under ‘objectives’ with a rubric.");
        foreach (var (list, what) in ((string, string)[])[("users", "persons: they take their seats when the drill is launched"), ("documents", "documents; add what players are to see as evidence files"), ("challenges", "challenges with flags; write questions as a questionnaire"),
            ("lessons_questions", "questions of the lessons learned; write them as a questionnaire at the end"), ("variables", "variables; write their values into the texts"), ("tags", "tags")])
            if (Each(list).Count() is var n and > 0)
                loss.Dropped("", string.Create(CultureInfo.InvariantCulture, $"{n} {what}."));
        foreach (var (key, what) in ((string, string)[])[("message_header", "header"), ("message_footer", "footer")])
            if (Info(key) is { Length: > 0 } text)
                loss.Dropped("", $"The {what} of each message, {MselTable.Quoted(text)}: here the word EXERCISE stands on everything.");
        if (Info("mail_from") is { Length: > 0 } mail)
            loss.Dropped("", $"The address that mails came from, {MselTable.Quoted(mail)}: nothing leaves the drill.");
        if (attached.Count > 0)
            loss.Dropped("", $"{attached.Count} attached files ({string.Join(", ", attached.Take(10))}{(attached.Count > 10 ? " …" : "")}); add what players are to see as evidence files.");
    }
}
