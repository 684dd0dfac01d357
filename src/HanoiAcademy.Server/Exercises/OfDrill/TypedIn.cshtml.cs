using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Pages;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Exercises.OfDrill;

/// <summary>What a country did on paper is typed in here, with forms alone; only what was changed on his page is sent, and nothing over what another typed since he opened it.</summary>
[RequestFormLimits(ValueCountLimit = 20_000)] // Eight fields a thing, and a scenario may have hundreds of them.
internal sealed class TypedInModel(DrillAccess access, DrillPast past, DrillReports reports, IDrillRooms rooms, RefusalTexts texts) : SteeredPage(access)
{
    private const int LongestKey = 64;

    [BindProperty]
    public List<TypedRow> Rows { get; set; } = [];

    public IReadOnlyList<TypedLine> Lines { get; private set; } = [];

    public ImmutableArray<TypedReport> Past { get; private set; } = [];

    public bool HasBegun { get; private set; }

    public string? Refused { get; private set; }

    public string Key { get; } = Guid.NewGuid().ToString();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await EnterToSteer())
            return NotFound();
        await Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? key)
    {
        if (!await EnterToSteer())
            return NotFound();
        await Fill();
        var known = Lines.ToDictionary(line => (line.What, line.Id));
        var changed = new List<TypedResult>();
        foreach (var row in Rows.Where(row => known.ContainsKey((row.What ?? "", row.Id ?? ""))))
        {
            // Left as his page showed it: what another typed meanwhile is not his to take back.
            if (row.IsUntouched)
                continue;
            var line = known[(row.What!, row.Id!)];
            var (result, code) = row.Read();
            if (code is not null)
                return await Again(texts.Sentence(code, UiLanguage, line.Name));
            if (line.IsAsTyped(result!))
                continue;
            if (row.Was != line.Stands.Stamp())
                return await Again(texts.Sentence("typed-in-meanwhile", UiLanguage, line.Name));
            changed.Add(result!);
        }

        if (changed.Count == 0)
            return await Again(texts.Sentence("nothing-typed-in", UiLanguage));
        var id = key is { Length: > 0 and <= LongestKey } && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? key : Key;
        for (var left = changed; left.Count > 0; left = left[Math.Min(left.Count, Most)..])
        {
            var answer = await rooms.Send(Id, new Envelope($"{id}-{left.Count}", Caller.ControlSeat!, new TypeInResults([.. left.Take(Most)])));
            if (answer.Status != Answer.AcceptedStatus)
                return await Again(texts.Explain(answer, UiLanguage).Message ?? texts.Sentence("other", UiLanguage));
        }

        return Redirect($"/drills/{Id}/typed-in#past");
    }

    private const int Most = 200;

    private async Task<IActionResult> Again(string refused)
    {
        Refused = refused;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var typed = Rows.Where(row => row is { What: not null, Id: not null, IsUntouched: false }).DistinctBy(row => (row.What, row.Id)).ToDictionary(row => (row.What!, row.Id!));
        Lines = [.. Lines.Select(line => typed.TryGetValue((line.What, line.Id), out var row) ? line with { Row = row } : line)];
        return Page();
    }

    private async Task Fill()
    {
        var (scenario, state) = await past.Of(Caller.Drill, HttpContext.RequestAborted);
        HasBegun = state.Started;
        Lines = [.. TypedLine.Of(scenario, state, UiLanguage, OwnTeam)];
        Past = (await reports.For(Caller, UiLanguage, HttpContext.RequestAborted))?.TypedIn ?? [];
    }
}

/// <summary>One line of the form, as it was sent.</summary>
internal sealed class TypedRow
{
    public string? What { get; set; }

    public string? Id { get; set; }

    public string? Value { get; set; }

    /// <summary>Hours and minutes on the team's clock, "T+01:05".</summary>
    public string? At { get; set; }

    public int? Points { get; set; }

    public string? By { get; set; }

    public string? Note { get; set; }

    /// <summary>The stamp of what stood when the page was drawn.</summary>
    public string? Was { get; set; }

    public bool IsUntouched => Was == Stamp();

    /// <summary>Tells one content from another. An objective has no hand, and a mark no time either.</summary>
    public string Stamp()
    {
        string?[] content = [Value, What == "mark" ? "" : At, Points?.ToString(CultureInfo.InvariantCulture), What is "decision" or "action" ? By : "", Note];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', content.Select(part => part?.Trim())))));
    }

    public (TypedResult? Result, string? Code) Read()
    {
        long? at = null;
        if (!string.IsNullOrWhiteSpace(At) && (at = DrillTimes.Read(At)) is null)
            return (null, "bad-typed-time");
        var value = Value ?? "";
        return What is "decision" or "action" && value.Length > 0 && at is null ? (null, "bad-typed-time")
            : (new TypedResult(What!, Id!, value, value == "partly" ? Points : null, What == "mark" || value.Length == 0 ? null : at, What is "decision" or "action" ? By ?? "" : "", (Note ?? "").Trim()), null);
    }
}

/// <summary>A thing whose result can be typed in, with what was typed before. Online: what the drill itself has of it, in words' codes.</summary>
internal sealed record TypedLine(string What, string Id, string Name, string Team, IReadOnlyList<(string Value, string Name)> Values, IReadOnlyList<(string Value, string Name)> By, string? Online, TypedRow Row)
{
    public int MostPoints { get; init; }

    private TypedState? Before { get; init; }

    /// <summary>What the drill has now, also where Row is what somebody typed and was refused.</summary>
    public TypedRow Stands { get; private init; } = Row;

    /// <summary>It would change nothing.</summary>
    public bool IsAsTyped(TypedResult result) => Before is null
        ? result.Value.Length == 0
        : (Before.Value, Before.Points, Before.HappenedAt, Before.By, Before.Note) == (result.Value, result.Points, result.HappenedAt, result.By, result.Note)
            || (result.Value.Length == 0 && (Before.Value.Length == 0 || What == "mark"));

    public static IEnumerable<TypedLine> Of(Scenario scenario, DrillState state, string language, string? team)
    {
        string Say(HanoiAcademy.Drills.Scenarios.Text text) => text.In(language, scenario.Language);
        bool IsHis(IEnumerable<string> roles) => roles.Select(role => new Actor(role).Team).Distinct().ToList() is var teams && (team is null ? teams.Any(IsPlayed) : teams.TrueForAll(one => one == team));
        bool IsPlayed(string one) => scenario.Teams.Any(t => t.Id == one && t.Side != "control");
        string Teams(IEnumerable<string> roles) => string.Join(", ", roles.Select(role => new Actor(role).Team).Distinct().Select(one => Say(scenario.Teams.First(t => t.Id == one).Name)));
        IReadOnlyList<(string, string)> Roles(IEnumerable<string> roles) => [.. roles.Select(role => (role, RoleName(scenario, role, Say)))];

        foreach (var d in scenario.Decisions.Where(d => IsHis(d.By)))
            yield return Line("decision", d.Id, Say(d.Title), Teams(d.By), [.. d.Options.Select(o => (o.Id, Say(o.Name))), ("lapsed", "")], Roles(d.By), state.Decisions.GetValueOrDefault(d.Id)?.Status);
        foreach (var a in scenario.Actions.Where(a => IsHis(a.By)))
            yield return Line("action", a.Id, Say(a.Name), Teams(a.By), [("done", ""), ("failed", "")], Roles(a.By), state.Actions.GetValueOrDefault(a.Id)?.Status);
        foreach (var o in scenario.Objectives.Where(o => IsHis([o.Team])))
            yield return Line(o.IsJudgedByPeople ? "mark" : "objective", o.Id, Say(o.Name), Teams([o.Team]),
                o.IsJudgedByPeople ? [.. o.Rubric.Select(l => (l.Id, Say(l.Words)))] : [("won", ""), ("partly", ""), ("missed", "")], [], o.IsJudgedByPeople ? state.Marks.ContainsKey(o.Id) ? "marked" : null : state.Objectives.GetValueOrDefault(o.Id)?.Status)
                with
            { MostPoints = o.Points };

        TypedLine Line(string what, string id, string name, string of, IReadOnlyList<(string, string)> values, IReadOnlyList<(string, string)> by, string? online)
        {
            var before = state.Exercise.TypedIn.GetValueOrDefault(what + " " + id);
            return new TypedLine(what, id, name, of, values, by, online, new TypedRow
            {
                What = what,
                Id = id,
                Value = before?.Value,
                At = before?.HappenedAt is { } at ? DrillTimes.T(at, seconds: at % 60_000 != 0) : null,
                Points = before?.Points,
                By = before?.By,
                Note = before?.Note,
            })
            { Before = before };
        }
    }

    private static string RoleName(Scenario scenario, string role, Func<HanoiAcademy.Drills.Scenarios.Text, string> say)
    {
        var actor = new Actor(role);
        return scenario.Teams.FirstOrDefault(t => t.Id == actor.Team)?.Roles.FirstOrDefault(r => r.Id == actor.Role) is { } found ? say(found.Name) : role;
    }
}
