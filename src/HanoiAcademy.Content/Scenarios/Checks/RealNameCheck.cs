using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>
/// Everything in a drill is made up: names end in .example, addresses are of the ranges kept for documentation. A real
/// name in a drill sends a trainee's curiosity to a stranger's machine. Every line of every file is looked at.
/// </summary>
internal static class RealNameCheck
{
    // No backtracking: evidence is written by strangers.
    private static readonly Regex Host = new(@"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+", RegexOptions.NonBacktracking);
    private static readonly Regex V6 = new("[0-9A-Fa-f:]*::?[0-9A-Fa-f:]+", RegexOptions.NonBacktracking);

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "com", "net", "org", "info", "biz", "edu", "gov", "mil", "int", "app", "dev", "online", "site", "shop", "xyz", "top", "club", "cloud", "live",
        "email", "tech", "store", "asia", "africa", "onion", "local",
    };

    /// <summary>Two letters are a country, save where they end file names.</summary>
    private static readonly HashSet<string> FileEndings = new(StringComparer.OrdinalIgnoreCase) { "md", "py", "sh", "ps", "cs", "js", "ts", "gz", "rs", "db", "pl", "so" };

    public static void Run(Checked c)
    {
        var roles = c.Register.Ids(Thing.Role).ToHashSet(StringComparer.Ordinal);
        foreach (var file in c.Binding.Folder.Files.Where(f => c.Binding.UsedFiles.Contains(f.Path) || f.Path == ScenarioReader.MainFile))
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var line = 0;
            foreach (var text in Encoding.UTF8.GetString(file.Bytes.Span).Split('\n'))
            {
                line++;
                foreach (var (name, column, code) in In(text).Where(n => !roles.Contains(n.Name) && seen.Add(n.Name)))
                    c.Wrong(new Position(c.Binding.Folder.NameOf(file.Path), line, column), code, Message(name, code), Severity.Warning);
            }
        }
    }

    internal static IEnumerable<(string Name, int Column, string Code)> In(string line)
    {
        foreach (Match m in Host.Matches(line))
            if (IsV4(m.Value) ? !IsDocumentation(IPAddress.Parse(m.Value)) : IsRealHost(line, m))
                yield return (m.Value, m.Index + 1, IsV4(m.Value) ? "real-address" : "real-name");
        foreach (Match m in V6.Matches(line))
            if ((m.Value.Contains("::", StringComparison.Ordinal) || m.Value.Count(ch => ch == ':') == 7)
                && IPAddress.TryParse(m.Value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 && !IsDocumentation(address))
                yield return (m.Value, m.Index + 1, "real-address");
    }

    private static bool IsRealHost(string line, Match m)
    {
        var ending = m.Value[(m.Value.LastIndexOf('.') + 1)..];
        if (ending.Equals("example", StringComparison.OrdinalIgnoreCase) || !ending.All(char.IsAsciiLetter) || ending.Length < 2)
            return false;
        var before = line.AsSpan(0, m.Index);
        if (before.EndsWith("csf:")) // a function of the framework, csf:DE.AE
            return false;
        return Endings.Contains(ending) || (ending.Length == 2 && !FileEndings.Contains(ending))
            || before.EndsWith("@") || before.EndsWith("://") || m.Value.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsV4(string text) => text.Split('.') is { Length: 4 } parts && parts.All(p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit) && (p.Length == 1 || p[0] != '0') && int.Parse(p, System.Globalization.CultureInfo.InvariantCulture) <= 255);

    /// <summary>192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32.</summary>
    private static bool IsDocumentation(IPAddress address) => address.GetAddressBytes() is
        [192, 0, 2, _] or [198, 51, 100, _] or [203, 0, 113, _] or [0x20, 0x01, 0x0d, 0xb8, ..];

    private static string Message(string name, string code) => code == "real-name"
        ? $"‘{name}’ may be somebody’s real name on the Internet; write a name that ends in .example."
        : $"‘{name}’ may be somebody’s real address; write one of 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 or 2001:db8::/32.";
}
