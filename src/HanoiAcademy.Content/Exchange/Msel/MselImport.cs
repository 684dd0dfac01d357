using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Html;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Times;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>A table of injects as a drill: each row that tells something becomes one inject, each of its columns what the mapping says.</summary>
internal sealed partial class MselImport(DrillDraft draft, ColumnMapping mapping, ImportOrder order, LossBook loss, ProblemList problems, string file)
{
    private const int LongestSubject = 200;
    private const int LongestAct = 1_000;
    private const int MostParts = 9_000;
    private const int MostBodyBytes = 18_000;
    private const int MostEvidenceBytes = 60_000;
    private readonly Ids _injectIds = new();
    private readonly MselPeople _people = new(draft);
    private readonly List<ImportRow> _rows = [];

    public IReadOnlyList<ImportRow> Rows => _rows;

    /// <param name="book">The table.</param>
    /// <param name="before">Runs when the teams that rows name are known, and before anything is written: what other parts of the file add.</param>
    public void Run(SheetBook book, Action<MselPeople>? before = null)
    {
        var rows = MselTable.Rows(book, mapping, order.Sheets, loss);
        var events = rows.Where(row => row.Tells).ToList();
        if (events.Count > TopReader.MostInjects)
        {
            problems.Add(new(file, 1, 1, "import-too-many", $"The file holds {events.Count} injects; a drill takes {TopReader.MostInjects}. Take a sheet or a part of the rows at a time."));
            return;
        }

        if (events.Count == 0)
        {
            problems.Add(new(file, 1, 1, "import-no-injects", "No row was found that tells an event: name the headings’ row and say which columns hold the time, the subject and the message, or choose another sheet."));
            return;
        }

        before?.Invoke(_people);
        var sheets = mapping.Sheets.GroupBy(sheet => sheet.Sheet, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var plan = TimeTable.Of([.. events.Select(Entry)], sheets, order.StartEx);
        _people.Learn(events.SelectMany(row => row.All(ColumnMeaning.To)).Select(c => c.Cell.Text));
        var receivers = events.Select(row => _people.To(row.Text(ColumnMeaning.To).Replace("\n\n", "\n", StringComparison.Ordinal))).ToList();
        if (draft.Teams.All(team => team.Side is not null))
        {
            draft.Teams.Add(new("players", draft.Language switch { "vi" => "Người chơi", "fr" => "Joueurs", _ => "Players" }));
            loss.ToWrite("", "No row names a team that plays, so there is one team, ‘players’; name your teams in scenario.yaml and in ‘to’ of the injects.", "players");
        }

        if (draft.Teams.Count > TopReader.MostTeams)
        {
            problems.Add(new(file, 1, 1, "import-too-many-teams", $"The rows name {draft.Teams.Count} teams; a drill takes {TopReader.MostTeams}. Look whether the column of receivers holds sentences, or names spelled in different ways."));
            return;
        }

        Say(plan, events);
        var numbers = FileNumbers(events);
        var at = 0;
        foreach (var row in rows)
            if (!row.Tells)
            {
                var said = string.Join(" · ", row.Cells.Select(c => c.Cell.Text));
                loss.Dropped(row.Where, $"Nothing in it is for players to read, so it is no inject: {MselTable.Quoted(said)}.");
                _rows.Add(new(row.Where, "", null, "It tells nothing that players could read, so it becomes no inject.", [], MselTable.Quoted(said), "", 0));
            }
            else
            {
                Inject(row, plan.Places[at], receivers[at], numbers[at]);
                at++;
            }

        MselStory.Write(draft, plan, events, _rows.Where(r => r.InjectId.Length > 0).Select(r => r.AtMs).ToList(), sheets, loss);
        MselObjectives.Write(draft, events, loss);
        if (draft.Injects.Sum(inject => inject.Expected.Sum(e => e.Team is null ? DraftFolder.Receivers(inject, draft).Count : 1)) > MostParts)
            problems.Add(new(file, 1, 1, "import-too-many-actions", $"All expected actions of all teams together are more than {MostParts:N0}; address injects to the teams they are for, or make two drills of the file."));
        Summary(rows.Count);
    }

    private static TimeEntry Entry(MselRow row) => new(row.Sheet, TimeText.Read(row.One(ColumnMeaning.Time)),
        row.One(ColumnMeaning.Date) is { IsEmpty: false } date ? TimeText.Read(date) : null, row.SaysStartEx);

    private void Inject(MselRow row, TimePlace place, IReadOnlyList<string> to, int number)
    {
        var notes = new List<(string, string)>();
        var subject = Plain(row.One(ColumnMeaning.Subject), row);
        var title = Plain(row.One(ColumnMeaning.Title), row);
        var (message, description) = (row.Text(ColumnMeaning.Message), row.Text(ColumnMeaning.Description));
        if (subject.Length == 0)
            (subject, title) = (title, "");
        if (subject.Length == 0)
            subject = Cut(YamlText.OneLine(HtmlMarkdown.Plain(message.Length > 0 ? message : description).TrimStart().Split('\n')[0]), 80);
        if (subject.Length == 0)
            subject = string.Create(CultureInfo.InvariantCulture, $"{row.Sheet} {row.Number}");
        if (subject.Length > LongestSubject)
        {
            notes.Add(("Subject", subject));
            loss.Changed(row.Where, $"The subject was longer than {LongestSubject} characters and is cut; the whole stands as a comment in the file.");
            subject = Cut(subject, LongestSubject);
        }

        var id = _injectIds.Give(subject, "inject", row.One(ColumnMeaning.Number) is { IsEmpty: false } own ? own.Text : null);
        var body = Body(row, message, ref description, subject, id, out var attachments);
        foreach (var (column, cell) in row.Cells.Where(c => c.Column.Is is ColumnMeaning.Number or ColumnMeaning.Status or ColumnMeaning.StoryTime or ColumnMeaning.Phase))
            notes.Add((column.Heading.Length > 0 ? column.Heading : WordOf(column.Is), Cut(HtmlMarkdown.Plain(cell.Text), 1_000)));
        var controller = Cut(YamlText.OneLine(HtmlMarkdown.Plain(row.Text(ColumnMeaning.Controller))), 300);
        var forControl = ForControl(row, description);
        var (contact, sender) = _people.From(HtmlMarkdown.Plain(row.Text(ColumnMeaning.From)));
        var channel = Channel(row, notes);
        var expected = Expected(row);
        var held = Held(row, place, notes, id);
        if (to.Count == 0 && row.Text(ColumnMeaning.To) is { Length: > 0 } nobody)
        {
            // Somebody is meant, and nobody knows who: it must not go to everybody.
            to = [draft.Teams.First(team => team.Side is null).Id];
            held = $"It is for {MselTable.Quoted(nobody)}, which names no team; it is held back as a contingency inject. To mend it, write the team into ‘to’, and its time into ‘at’.";
            notes.Add(("To", nobody));
            loss.Changed(row.Where, held, id);
        }

        if (to.Count == 0)
        {
            to = ["all"];
            loss.ToWrite(row.Where, "Nobody is named as receiver, so it goes to all; name the teams in ‘to’.", id);
        }

        if (contact is null && sender.Length == 0)
            loss.ToWrite(row.Where, "No sender is named, so exercise control sends it; write ‘from’ or ‘fromText’.", id);
        draft.Injects.Add(new()
        {
            Id = id,
            Number = number,
            Title = title == subject ? "" : title,
            Subject = subject,
            AtMs = held.Length > 0 ? null : place.AtMs,
            To = to,
            Channel = channel,
            Attention = channel == "call" ? "call" : draft.Teams.Where(team => to.Contains(team.Id)).Select(team => team.Side).DefaultIfEmpty(null).All(side => side == "control") ? "quiet" : "normal",
            From = contact,
            FromText = sender,
            Body = body,
            Expected = expected,
            Attachments = attachments,
            Notes = notes,
            Controller = controller,
            ForControl = forControl,
        });
        _rows.Add(new(row.Where, id, held.Length > 0 ? null : place.AtMs, held, to, subject, channel, expected.Count) { Acts = [.. expected.Select(act => act.Text)] });
    }

    /// <summary>Notes as they stand; what else is for those who run the drill under its heading.</summary>
    private static string ForControl(MselRow row, string description)
    {
        var lines = new List<string>();
        if (description.Length > 0)
            lines.Add($"Description: {HtmlMarkdown.Plain(description)}");
        foreach (var (column, cell) in row.Cells.Where(c => c.Column.Is is ColumnMeaning.Notes or ColumnMeaning.Duration or ColumnMeaning.Place))
            lines.Add((column.Heading.Length == 0 || HeadingWords.Of(column.Heading) == ColumnMeaning.Notes ? "" : column.Heading + ": ") + HtmlMarkdown.Plain(cell.Text));
        return CutBytes(string.Join("\n", lines), MostBodyBytes);
    }

    /// <summary>Why it waits for a controller, as a sentence; empty where it comes by itself.</summary>
    private string Held(MselRow row, TimePlace place, List<(string, string)> notes, string id)
    {
        var said = string.Join(" ", row.Cells.Where(c => c.Column.Is is ColumnMeaning.Date or ColumnMeaning.Time).Select(c => c.Cell.Text));
        var called = said.Length == 0 ? "It has no time" : $"Its time is {MselTable.Quoted(said)}, and {place.Held}";
        if (place.AtMs is null)
        {
            if (said.Length > 0)
                notes.Add(("Time in the file", said));
            var sentence = $"{called}; it is held back as a contingency inject. To mend it, {place.Mend}.";
            loss.Changed(row.Where, sentence, id);
            return sentence;
        }

        if (row.One(ColumnMeaning.Status) is { IsEmpty: false } status && Off.IsMatch(Fold.Words(status.Text)))
        {
            var sentence = $"Its status is {MselTable.Quoted(status.Text)}, so it is held back as a contingency inject; its time would be {DraftFolder.Duration(place.AtMs.Value)}.";
            notes.Add(("Time in the file", said));
            loss.Changed(row.Where, sentence, id);
            return sentence;
        }

        if (row.IsHidden)
            loss.Changed(row.Where, "The row is hidden in the file, or filtered away; it was taken all the same. Delete its inject if it does not belong to the drill.", id);
        return "";
    }

    private string Body(MselRow row, string message, ref string description, string subject, string id, out IReadOnlyList<string> attachments)
    {
        attachments = [];
        var text = message;
        if (text.Trim().Length == 0)
            (text, description) = (description, "");
        var read = HtmlMarkdown.Of(text);
        if (read.WasHtml)
            loss.Changed(row.Where, "The HTML of its text is Markdown now.", id);
        if (read.Dropped.Count > 0)
            loss.Dropped(row.Where, $"Of its text: {string.Join(", ", read.Dropped)}. Add what players need as an evidence file.", id);
        foreach (var hole in Holes.Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Take(5))
            loss.ToWrite(row.Where, $"The placeholder {hole} is filled by nobody here; write what it stands for.", id);
        var body = read.Text;
        if (body.Length == 0)
        {
            loss.ToWrite(row.Where, "It has no message, so players read its subject twice; write the message.", id);
            body = PlainMarkdown.Of(subject);
        }

        if (Encoding.UTF8.GetByteCount(body) <= MostBodyBytes)
            return body;
        var evidence = $"{id}-whole-text";
        draft.Evidence.Add(new(evidence, Cut($"Whole text: {subject}", 150), $"evidence/{evidence}.txt", CutBytes(HtmlMarkdown.Plain(text), MostEvidenceBytes) + "\n"));
        attachments = [evidence];
        loss.Changed(row.Where, "Its text is longer than a message can be: the message is cut, and the whole is attached as an evidence file.", id);
        var cut = CutBytes(body, MostBodyBytes);
        return cut[..(cut.LastIndexOf("\n\n", StringComparison.Ordinal) is var end and > 0 ? end : cut.Length)] + "\n\n…";
    }

    private string Channel(MselRow row, List<(string, string)> notes)
    {
        if (row.One(ColumnMeaning.Mode) is not { IsEmpty: false } mode)
            return "mail";
        var channel = ModeWords.Of(mode.Text);
        if (channel is null || Fold.Words(mode.Text).Split(' ').Length > 1 || Fold.Words(mode.Text) != channel)
            notes.Add(("Mode", mode.Text));
        if (channel is null)
            loss.Changed(row.Where, $"Its mode {MselTable.Quoted(mode.Text)} is none of ours, so it comes as mail; write another ‘channel’ where that is wrong.");
        return channel ?? "mail";
    }

    private List<ExpectedDraft> Expected(MselRow row)
    {
        var acts = new List<ExpectedDraft>();
        foreach (var (column, cell) in row.All(ColumnMeaning.Expected))
        {
            // ‘Expected actions CERT’ is what that team is to do.
            var own = draft.Teams.Where(team => team.Side is null && $" {Fold.Words(column.Heading)} ".Contains($" {Fold.Words(team.Name)} ", StringComparison.Ordinal)).Select(team => team.Id).FirstOrDefault();
            foreach (var line in ExpectedLines.Of(HtmlMarkdown.Plain(cell.Text)))
            {
                var (team, act) = Named(line);
                if (act.Length > LongestAct)
                    loss.Changed(row.Where, $"An expected action was longer than {LongestAct:N0} characters and is cut.");
                acts.Add(new(Cut(YamlText.OneLine(act), LongestAct), team ?? own));
            }
        }

        return [.. acts.Where(act => act.Text.Length > 0).DistinctBy(act => (act.Text, act.Team))];
    }

    /// <summary>‘CERT: isolates the host’ is expected of the team that is named.</summary>
    private (string? Team, string Act) Named(string line)
    {
        var colon = line.IndexOfAny([':', '：']);
        return colon is > 0 and < 60 && _people.Known(line[..colon]) is { } team && line[(colon + 1)..].Trim() is { Length: > 0 } act ? (team, act) : (null, line);
    }

    private string Plain(SheetCell cell, MselRow row) => YamlText.OneLine(HtmlMarkdown.Plain(cell.Text));

    /// <summary>The event numbers order the files where they are whole, rising and few; so does the row's place otherwise.</summary>
    private static List<int> FileNumbers(List<MselRow> events)
    {
        var numbers = events.Select(row => int.TryParse(row.One(ColumnMeaning.Number).Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        return numbers.All(n => n is > 0 and < 1000) && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second) ? numbers : [.. Enumerable.Range(1, events.Count)];
    }

    private void Say(TimePlan plan, List<MselRow> events)
    {
        foreach (var sheet in plan.UnclearDates)
            loss.ToWrite(sheet, "Its dates can be read with the day or with the month first, and none of them tells; say which, and import again. Until then their rows wait for a controller.");
        foreach (var sheet in plan.SpanSheets)
            loss.Changed(sheet, "Some of its times run over a day (such as 25:30), so all of them are taken for spans from StartEx, not for times of day.");
        if (plan.IsTorn)
            loss.ToWrite("", "Several rows say that they are StartEx, at different times, so none of them was believed; say when StartEx is.");
        var row = plan.StartRow >= 0 ? events[plan.StartRow] : null;
        var on = plan.StartEx is { } start ? $" ({start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} in the file)" : "";
        if (plan.SaidBy == StartSaid.ByOrder)
            loss.Changed("", $"Times count from StartEx as you gave it{on}.");
        else if (plan.SaidBy == StartSaid.ByRow)
            loss.Changed(row!.Where, $"Times count from this row, which says that it is StartEx{on}.");
        else if (plan.SaidBy == StartSaid.ByNobody && row is not null)
            loss.Changed(row.Where, $"No row says that it is StartEx, so times count from this one, the earliest{on}; say another StartEx if it begins otherwise.");
        if (plan.SameDay)
            loss.Changed("", "Its times are times of day without a date, and are taken for times of one day.");
    }

    private void Summary(int rows)
    {
        var timed = draft.Injects.Count(inject => inject.AtMs is not null);
        loss.Kept("", string.Create(CultureInfo.InvariantCulture, $"{draft.Injects.Count} of {Count(rows, "row")} became injects: {timed} by themselves at their times, {draft.Injects.Count - timed} held back for a controller to send."));
        loss.Kept("", $"Teams: {string.Join(", ", draft.Teams.Select(team => team.Name))}. Each sits at one table of six.");
        if (draft.Contacts.Count > 0)
            loss.Kept("", $"Senders whom players can write to: {string.Join(", ", draft.Contacts.Take(20).Select(contact => contact.Name))}{(draft.Contacts.Count > 20 ? " …" : "")}.");
        var acts = draft.Injects.Sum(inject => inject.Expected.Count);
        if (acts > 0)
            loss.Kept("", string.Create(CultureInfo.InvariantCulture, $"{Count(acts, "expected action")}, for evaluators to tick."));
        else
            loss.ToWrite("", "No expected action was found, so evaluators have nothing to tick; write ‘expected’ into the injects.");
        if (draft.Injects.Any(inject => inject.Notes.Count > 0))
            loss.Kept("", "Numbers, status, phases and the words of the file for time and mode stand as comments in the heads of the injects’ files; nobody sees them while the drill plays.");
        if (draft.Injects.Any(inject => inject.Controller.Length > 0 || inject.ForControl.Length > 0))
            loss.Kept("", "Controllers, descriptions, notes and columns of other headings stand in ‘controller’ and ‘notes’ of the injects, which control sees and players do not.");
    }

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{n} {what}s");

    private static string WordOf(ColumnMeaning meaning) => meaning == ColumnMeaning.StoryTime ? "Story time" : meaning.ToString();

    internal static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var cut = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..cut].TrimEnd() + "…";
    }

    internal static string CutBytes(string text, int most)
    {
        var bytes = 0;
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used);
            if ((bytes += rune.Utf8SequenceLength) > most)
                return text[..at];
            at += used;
        }

        return text;
    }

    [GeneratedRegex(@"\$\{[A-Za-z_][\w.]{0,60}\}|\{\{\s*[A-Za-z_][\w.]{0,60}\s*\}\}|<<[A-Za-z_ ]{2,40}>>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Holes { get; }

    [GeneratedRegex(@"^(?:cancel|delet|reject|dropped|withdrawn|annul|supprim|rejet|cancelad|eliminad|huy|bi huy|da huy|gestrichen|abgelehnt|отмен|удален|ملغ|取消|作废|dibatalkan|not used|inactive|disabled)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Off { get; }
}
