using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>
/// What each cell was when the workbook was exported, as hashes on a sheet that spreadsheet programs do not show: with it one can tell who changed a cell since, the
/// workbook or the files. It has a checksum, so that a damaged one is not believed.
/// </summary>
internal sealed class Ledger
{
    public const string SheetName = "academy";
    private const string Mark = "hanoi-academy-workbook";
    private readonly Dictionary<ThingKey, Dictionary<string, string>> _hashes = [];

    private Ledger(string scenario) => Scenario = scenario;

    /// <summary>Id of the scenario it was exported from; empty for a workbook that was made new.</summary>
    public string Scenario { get; }

    public bool Has(ThingKey key) => _hashes.ContainsKey(key);

    public IEnumerable<ThingKey> Keys => _hashes.Keys;

    /// <summary>Whether the cell was this when it was exported; null when nobody can tell.</summary>
    public bool? Was(ThingKey key, string field, string said) => !_hashes.TryGetValue(key, out var fields) ? null
        : fields.TryGetValue(field, out var hash) ? hash == Hash(said) : said.Length == 0;

    /// <summary>Rows of its sheet.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string scenario, IEnumerable<Said> all)
    {
        List<IReadOnlyList<string>> rows = [.. all.Select(said => (string[])[said.Key.Kind.ToString().ToLowerInvariant(), said.Key.Id,
            string.Join(' ', said.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={Hash(f.Value)}"))])];
        return [[Mark, "1", scenario, Checksum(scenario, rows)], .. rows];
    }

    public static bool IsOn(Sheet sheet) => sheet.Rows.Count > 0 && sheet.Rows[0][0].Text == Mark;

    /// <summary>Null when there is none, or none that can be believed; then <paramref name="warning"/> says so.</summary>
    public static Ledger? Read(SheetBook book, out string? warning)
    {
        warning = null;
        if (book.Sheets.FirstOrDefault(IsOn) is not { } sheet)
        {
            warning = "The workbook does not say what its cells were when it was exported, so what is different in it counts as changed in it. Look at each change before you apply it.";
            return null;
        }

        var head = sheet.Rows[0];
        var rows = sheet.Rows.Skip(1).Select(row => (IReadOnlyList<string>)[row[0].Text, row[1].Text, row[2].Text]).ToList();
        if (head[1].Text == "1" && head[3].Text == Checksum(head[2].Text, rows))
        {
            var ledger = new Ledger(head[2].Text);
            foreach (var row in rows)
                if (Enum.TryParse<ThingKind>(row[0], ignoreCase: true, out var kind))
                    ledger._hashes[new(kind, row[1])] = row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
            return ledger;
        }

        warning = "What the workbook kept of its export was damaged or made by a newer version, so what is different in it counts as changed in it. Look at each change before you apply it.";
        return null;
    }

    /// <summary>The scenario a workbook is of, also where nothing else of its ledger can be believed.</summary>
    public static string ScenarioOf(SheetBook book) => book.Sheets.FirstOrDefault(IsOn)?.Rows[0][2].Text ?? "";

    private static string Checksum(string scenario, IEnumerable<IReadOnlyList<string>> rows) => Hash(scenario + "\n" + string.Join('\n', rows.Select(row => string.Join('\t', row))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
