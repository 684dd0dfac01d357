using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>A file that nothing names is most often a slip in a name, and the text that was meant is missing in the room.</summary>
internal static class UnusedFiles
{
    public static void Check(Binding b)
    {
        foreach (var file in b.Folder.Files.Where(f => !b.UsedFiles.Contains(f.Path) && f.Path is not (ScenarioReader.MainFile or "README.md")))
            b.Problems.Add(new(b.Folder.NameOf(file.Path), 1, 1, "file-unused", Message(file.Path), Severity.Warning));
    }

    private static string Message(string path) => path.Split('/')[0] switch
    {
        "injects" => "Only injects/number-id.md is read here; rename or remove this file.",
        "briefs" => "No team or role has this brief; name it team.md or team.role.md after their ids, or remove it.",
        "decisions" => "No decision has this id; name the file after the decision, or remove it.",
        "i18n" => "This translates nothing: its folder is a language of ‘languages’ other than the first, its name that of the file it translates; rename it, declare the language, or remove it.",
        "evidence" => "No evidence item names this file; list it in evidence, or remove it.",
        _ => "This file belongs to nothing; remove it, or move it to where it is read.",
    };
}
