using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Improvements;

namespace HanoiAcademy.Server.Improvements;

/// <summary>The HSEEP columns of an improvement plan, for the report, the page and the sheet alike.</summary>
internal static class PlanColumns
{
    private static readonly string[] Names = ["capability", "finding", "action", "element", "organisation", "owner", "start", "due", "state"];

    public static IReadOnlyList<string> Headings(Texts texts, string language) => [.. Names.Select(name => Say(texts, language, $"improvement.field.{name}"))];

    public static IReadOnlyList<string> Cells(Texts texts, string language, ImprovementAction one) =>
    [
        one.Capability, one.Finding, one.Action, Say(texts, language, $"improvement.element.{one.Element}"), one.Organisation, Owner(one), one.StartDay ?? "", one.DueDay ?? "",
        Say(texts, language, $"improvement.state.{one.State}"),
    ];

    public static string Owner(ImprovementAction one) =>
        one is { OwnerName: { Length: > 0 } name, Owner.Length: > 0 } ? $"{name} ({one.Owner})" : one.OwnerName ?? one.Owner;

    private static string Say(Texts texts, string language, string key) => texts.Find(language, key) ?? key;
}
