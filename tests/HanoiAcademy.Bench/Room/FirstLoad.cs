using System.Text.RegularExpressions;
using HanoiAcademy.Bench.Servers;

namespace HanoiAcademy.Bench.Room;

/// <summary>
/// What a browser fetches that opens a room for the first time, in bytes as they cross the line, bodies alone: the page, the scripts and style sheets that it
/// names, the sentences, and who sits where.
/// </summary>
internal sealed partial record FirstLoad(int Page, int Script, int Style, int Data)
{
    public int All => Page + Script + Style + Data;

    public static async Task<FirstLoad> MeasureAsync(RoomServer server, CancellationToken cancel)
    {
        var path = $"/drills/{server.Drill}";
        var (page, html) = await AcademyClient.LoadAsync(new Uri(server.Address, path), server.Guest, cancel);
        var (script, style, data) = (0, 0, 0);
        foreach (var file in Files().Matches(html).Select(found => found.Groups["address"].Value).Distinct(StringComparer.Ordinal).Where(file => !file.Contains("://", StringComparison.Ordinal)))
        {
            var (bytes, _) = await AcademyClient.LoadAsync(new Uri(server.Address, file), server.Guest, cancel);
            if (file.EndsWith(".js", StringComparison.Ordinal))
                script += bytes;
            else if (file.EndsWith(".css", StringComparison.Ordinal))
                style += bytes;
            else
                data += bytes;
        }

        if (script == 0)
            throw new BenchException("The page names no script: was the browser code built?");
        foreach (var file in new[] { "/i18n/en/client.json", $"/api/v1{path}/people" })
            data += (await AcademyClient.LoadAsync(new Uri(server.Address, file), server.Guest, cancel)).Bytes;
        return new FirstLoad(page, script, style, data);
    }

    [GeneratedRegex("<(?:link|script)[^>]*?(?:href|src)=\"(?<address>/[^\"]+)\"")]
    private static partial Regex Files();
}
