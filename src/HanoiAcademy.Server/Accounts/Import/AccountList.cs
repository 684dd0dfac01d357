using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Server.Agencies;

namespace HanoiAcademy.Server.Accounts.Import;

internal sealed record AccountLine(int Line, string Name, Role Role, string? UserName, string? Language);

/// <param name="Code">The end of a key in i18n: "account.import.problems.…"; its {0} is the line.</param>
internal sealed record LineProblem(int Line, string Code, string Value = "");

/// <summary>A list of people as an instructor has it: name, and if wanted role, user name, language. All problems, each with its line.</summary>
internal sealed record AccountList(IReadOnlyList<AccountLine> Lines, IReadOnlyList<LineProblem> Problems)
{
    public const int MostLines = 300;
    private const int LongestName = 100;
    private const int LongestUserName = 60;
    private static readonly string[] Columns = ["name", "role", "username", "language"];

    public static AccountList Read(string text, Func<Role, bool> mayGive, Func<string, bool> knowsLanguage)
    {
        var records = CsvReader.Read(text.TrimStart('\uFEFF')).ToList();
        if (records.Count == 0)
            return new([], [new(1, "empty")]);

        var problems = new List<LineProblem>();
        var header = records[0].Fields.Select(field => field.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)).ToList();
        if (!header.Contains("name"))
            problems.Add(new(records[0].Line, "no-name-column"));
        problems.AddRange(header.Where(column => !Columns.Contains(column)).Select(column => new LineProblem(records[0].Line, "unknown-column", column)));
        problems.AddRange(header.GroupBy(column => column).Where(same => same.Count() > 1).Select(same => new LineProblem(records[0].Line, "column-twice", same.Key)));
        if (records.Count == 1)
            problems.Add(new(records[0].Line, "nobody"));
        if (records.Count - 1 > MostLines)
            problems.Add(new(records[MostLines + 1].Line, "too-many", $"{MostLines}"));
        if (problems.Count > 0)
            return new([], problems);

        var lines = records.Skip(1).Select(record => ReadLine(record, header, mayGive, knowsLanguage, problems)).OfType<AccountLine>().ToList();
        foreach (var same in lines.Where(line => line.UserName is not null).GroupBy(line => line.UserName!.ToUpperInvariant()).Where(same => same.Count() > 1))
            problems.AddRange(same.Skip(1).Select(line => new LineProblem(line.Line, "user-name-twice", line.UserName!)));
        return new(lines, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static AccountLine? ReadLine(
        CsvReader.Record record, List<string> header, Func<Role, bool> mayGive, Func<string, bool> knowsLanguage, List<LineProblem> problems)
    {
        var before = problems.Count;
        void Problem(string code, string value = "") => problems.Add(new(record.Line, code, value));
        string? Field(string column) =>
            header.IndexOf(column) is var at and >= 0 && at < record.Fields.Count && record.Fields[at].Length > 0 ? record.Fields[at] : null;

        if (record.Fields.Skip(header.Count).Any(field => field.Length > 0))
            Problem("too-many-fields");
        var name = Field("name");
        if (name is null)
            Problem("no-name");
        else if (name.Length > LongestName)
            Problem("name-too-long", $"{LongestName}");

        var role = Field("role") is { } written ? Roles.Parse(written) : Role.Trainee;
        if (role is null)
            Problem("unknown-role", Field("role")!);
        else if (!mayGive(role.Value))
            Problem("role-not-yours", role.Value.Name());

        var userName = Field("username");
        if (userName is not null && (userName.Length > LongestUserName || userName.Any(char.IsWhiteSpace)))
            Problem("user-name-form", userName);
        var language = Field("language")?.ToLowerInvariant();
        if (language is not null && !knowsLanguage(language))
            Problem("unknown-language", language);

        return problems.Count == before ? new(record.Line, name!, role!.Value, userName, language) : null;
    }
}
