using HanoiAcademy.Content.Yaml;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Markdown.Containers;

internal static class ContainerCheck
{
    public static void Run(MarkdownDocument document, MarkdownProblems problems)
    {
        foreach (var stray in document.Descendants<StrayEndBlock>())
            problems.Add(stray, "container-stray", "This ‘:::’ ends nothing; remove it, or open a box above it with ‘::: name’.");

        var containers = document.Descendants<BoxBlock>().ToList();
        var open = containers.Where(c => !c.HasEnd).ToList();
        foreach (var container in open)
            problems.Add(container, "container-unclosed", $"‘::: {container.Name}’ is never ended and swallows what follows; write ‘:::’ on a line of its own after it.");

        foreach (var container in containers)
        {
            if (!WireNames<ContainerKind>.All.ContainsKey(container.Name))
                problems.Add(container, "container-unknown", $"‘::: {container.Name}’ is no box we know; use one of: {string.Join(", ", WireNames<ContainerKind>.All.Keys)}.");
            else if (container.Rest.Length > 0)
                problems.Add(container, "container-line", $"‘{container.Rest}’ is not understood here; what is set for a box stands in braces: ‘::: {container.Name} {{#id key=value}}’.");
            if (open.Count == 0 && container.Parent is not MarkdownDocument)
                problems.Add(container, "container-nested", "A box must not stand inside another box, a list or a quotation; end the outer one first.");
        }
    }
}
