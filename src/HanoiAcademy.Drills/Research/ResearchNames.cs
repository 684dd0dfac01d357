using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HanoiAcademy.Drills.Commands;

namespace HanoiAcademy.Drills.Research;

/// <summary>
/// Pseudonyms of an export's seats ("P1", "P2" …), in an order that only the key decides: two exports of one drill cannot be laid over each other. And the
/// names of people, to be masked where they were typed.
/// </summary>
/// <param name="seats">Every seat of the drill and of its control.</param>
/// <param name="people">Names that are known: of accounts, as shown and to sign in, and of guests.</param>
/// <param name="key">New for each export, and kept nowhere.</param>
public sealed partial class ResearchNames(IEnumerable<string> seats, IEnumerable<string> people, byte[] key)
{
    /// <summary>Stands for a word that is no word of the scenario.</summary>
    public const string LeftOut = "(left out)";

    private const int ShortestPart = 4;

    private readonly ImmutableSortedDictionary<string, string> _seats = seats.Distinct(StringComparer.Ordinal)
        .OrderBy(seat => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(seat))), StringComparer.Ordinal)
        .Select((seat, index) => (seat, name: string.Create(CultureInfo.InvariantCulture, $"P{index + 1}")))
        .ToImmutableSortedDictionary(pair => pair.seat, pair => pair.name, StringComparer.Ordinal);

    private readonly Regex? _people = Sought(people);

    public IEnumerable<(string Pseudonym, Actor Seat)> Seats => _seats.Select(pair => (pair.Value, new Actor(pair.Key))).OrderBy(pair => pair.Value.Length).ThenBy(pair => pair.Value, StringComparer.Ordinal);

    /// <summary>A seat nobody listed gets no number, and shows no name either.</summary>
    public string Seat(string seat) => seat == Actor.System.Id ? seat : _seats.GetValueOrDefault(seat) ?? "P0";

    /// <summary>A word of the scenario or the rules, seats in it replaced; what looks like none of them is left out.</summary>
    public string Code(string word)
    {
        if (_seats.TryGetValue(word, out var whole))
            return whole;
        if (word.Length > 0 && (!Plain().IsMatch(word) || _people?.IsMatch(word) == true))
            return LeftOut;
        return word.Contains('.', StringComparison.Ordinal)
            ? string.Join(' ', word.Split(' ').Select(part => string.Join(':', part.Split(':').Select(piece => IsSeat(piece) ? Seat(piece) : piece))))
            : word;
    }

    /// <summary>What somebody typed, with the names that are known masked. Others may still stand in it.</summary>
    public string Masked(string text)
    {
        var masked = _people?.Replace(text, "[name]") ?? text;
        // The longer first: one seat's name may be the beginning of another's.
        foreach (var (seat, pseudonym) in _seats.OrderByDescending(pair => pair.Key.Length))
            masked = masked.Replace(seat, pseudonym, StringComparison.Ordinal);
        return masked;
    }

    private bool IsSeat(string word) => _seats.ContainsKey(word) || new Actor(word).IsControl;

    /// <summary>Whole names, and their longer parts as words of their own.</summary>
    private static Regex? Sought(IEnumerable<string> people)
    {
        var words = people.Select(name => name.Trim()).Where(name => name.Length > 1)
            .SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart).Append(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)
            .Select(Regex.Escape).ToList();
        return words.Count == 0 ? null
            : new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', words)})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,119}( [A-Za-z0-9._:/+-]{1,120}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
