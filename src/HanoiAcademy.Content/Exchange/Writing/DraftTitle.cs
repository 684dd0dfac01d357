namespace HanoiAcademy.Content.Exchange.Writing;

/// <summary>A title and an id where a file gives no other.</summary>
internal static class DraftTitle
{
    public static string Of(string fileName)
    {
        var name = YamlText.OneLine(Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ')).Trim();
        return name.Length == 0 ? "Imported drill" : name;
    }

    public static string Id(string title) => Slug.Of(title) is { Length: > 0 } slug ? slug : "imported-drill";
}
