using System.Xml.Linq;

namespace HanoiAcademy.Tests.Architecture;

/// <summary>The arrows between the projects, as src/README and the design draw them.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Drills"] = [],
        ["Content"] = ["Drills"],
        ["Storage"] = ["Drills"],
        ["Server"] = ["Content", "Storage"],
        ["Cluster"] = ["Server"],
        ["Cli"] = ["Content", "Storage"],
    };

    [Fact]
    public void Each_project_points_where_the_design_lets_it()
    {
        foreach (var (name, file) in Projects("src"))
        {
            Arrows.ShouldContainKey(name, $"{name} is a new project: draw its arrows here and in the design first.");
            References(file).Except(Arrows[name]).ShouldBeEmpty($"{name} may not point there.");
        }
    }

    [Fact]
    public void Nothing_points_at_Server_but_Cluster_and_tests() =>
        Projects("src").Where(p => References(p.File).Contains("Server")).Select(p => p.Name).ShouldBeSubsetOf(["Cluster"]);

    [Fact]
    public void Internals_are_visible_to_tests_and_the_cluster_alone()
    {
        foreach (var (name, file) in Projects("src"))
            XDocument.Load(file).Descendants("InternalsVisibleTo").Select(e => (string)e.Attribute("Include")!)
                .Where(to => to != "HanoiAcademy.Cluster" && to != "HanoiAcademy.Bench" && !to.EndsWith("Tests", StringComparison.Ordinal))
                .ShouldBeEmpty(name);
    }

    [Fact]
    public void Drills_uses_no_package_but_what_only_looks_at_its_code()
    {
        var project = XDocument.Load(Projects("src").Single(p => p.Name == "Drills").File);

        project.Descendants("PackageReference").Where(p => (string?)p.Attribute("PrivateAssets") != "all").ShouldBeEmpty();
        project.Descendants("FrameworkReference").ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string File)> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal))
            .Select(f => (Path.GetFileNameWithoutExtension(f)["HanoiAcademy.".Length..], f));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/'))["HanoiAcademy.".Length..]);
}
