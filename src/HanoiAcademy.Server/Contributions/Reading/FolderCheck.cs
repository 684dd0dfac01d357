using System.Text;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Server.Contributions.Reading;

/// <summary>Reads a scenario's folder out of its ZIP. It lies on no disk, so its name is the id that it gives itself.</summary>
internal static partial class FolderCheck
{
    private const string NoName = "scenario";
    private const int LongestId = 60;

    /// <returns>Null when it is no archive of a folder that can be taken; then the problems say why.</returns>
    public static ContentFolder? Unpack(ReadOnlyMemory<byte> zip, ProblemList problems) =>
        FolderArchive.Unpack(zip, NoName, problems, FolderLimits.Scenario) is { } folder ? Named(folder) : null;

    /// <summary>Under the id that its main file gives; another one where that gives none.</summary>
    public static ContentFolder Named(ContentFolder folder) => ContentFolder.Of(IdOf(folder) ?? folder.Name, folder.Files, FolderLimits.Scenario);

    public static ReadFolder Read(ContentFolder folder)
    {
        var problems = new ProblemList();
        var scenario = ScenarioReader.Read(folder, problems);
        return new ReadFolder(folder, problems.HasErrors ? null : scenario, problems.Sorted());
    }

    /// <summary>Before the file is read with care: only as a name.</summary>
    private static string? IdOf(ContentFolder folder) =>
        folder.Find(ScenarioReader.MainFile) is { } file && Line(file, IdLine()) is { Length: <= LongestId } id ? id : null;

    /// <summary>The title as it stands in the main file, for one that cannot be read yet; null when it cannot be seen.</summary>
    public static string? TitleOf(ContentFolder folder) => folder.Find(ScenarioReader.MainFile) is { } file ? Line(file, TitleLine()) : null;

    private static string? Line(ContentFile file, Regex line) =>
        line.Match(Encoding.UTF8.GetString(file.Bytes.Span[..Math.Min(file.Bytes.Length, 64_000)])) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^id:[ \t]*[""']?([a-z0-9][a-z0-9-]*)[""']?[ \t]*\r?(?:$|#)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex IdLine();

    [GeneratedRegex(@"^title:[ \t]*[""']?([^\r\n""'{}|>][^\r\n""']{0,110})", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TitleLine();
}
