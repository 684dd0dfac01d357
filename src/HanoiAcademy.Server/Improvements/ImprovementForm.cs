using System.Globalization;
using HanoiAcademy.Storage.Improvements;

namespace HanoiAcademy.Server.Improvements;

/// <summary>What one types of an action. Owner: an account of the agency, or nobody's; OwnerText: in words. Days are yyyy-MM-dd; empty: none.</summary>
internal sealed class ImprovementForm
{
    public string? Capability { get; set; }
    public string? Finding { get; set; }
    public string? Action { get; set; }
    public string? Element { get; set; }
    public string? Organisation { get; set; }
    public string? Owner { get; set; }
    public string? OwnerText { get; set; }
    public string? StartDay { get; set; }
    public string? DueDay { get; set; }
    public string? State { get; set; }
    public string? Remark { get; set; }

    public static ImprovementForm Of(ImprovementAction one) => new()
    {
        Capability = one.Capability,
        Finding = one.Finding,
        Action = one.Action,
        Element = one.Element,
        Organisation = one.Organisation,
        Owner = one.OwnerAccountId,
        OwnerText = one.Owner,
        StartDay = one.StartDay,
        DueDay = one.DueDay,
        State = one.State,
    };

    /// <summary>Codes of what is wrong, for sentences under improvement.wrong; empty when it can be kept.</summary>
    /// <param name="owners">Accounts that may own it.</param>
    public IReadOnlyList<string> Wrong(IEnumerable<string> owners)
    {
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(Finding))
            wrong.Add("finding");
        if (new[] { Finding, Action, Remark }.Any(text => text?.Length > ImprovementAction.LongestText))
            wrong.Add("long-text");
        if (new[] { Capability, Organisation, OwnerText }.Any(text => text?.Length > ImprovementAction.LongestName))
            wrong.Add("long-name");
        if (!ImprovementAction.Elements.Contains(Element ?? "planning"))
            wrong.Add("element");
        if (!ImprovementAction.States.Contains(State ?? "proposed"))
            wrong.Add("state");
        if (Owner is { Length: > 0 } owner && !owners.Contains(owner))
            wrong.Add("owner");
        var (start, due) = (Day(StartDay), Day(DueDay));
        if ((start is null && !string.IsNullOrWhiteSpace(StartDay)) || (due is null && !string.IsNullOrWhiteSpace(DueDay)))
            wrong.Add("day");
        else if (start > due)
            wrong.Add("order");
        return wrong;
    }

    public ImprovementAction Onto(ImprovementAction one) => one with
    {
        Capability = Trimmed(Capability),
        Finding = Trimmed(Finding),
        Action = Trimmed(Action),
        Element = Element ?? "planning",
        Organisation = Trimmed(Organisation),
        Owner = Trimmed(OwnerText),
        OwnerAccountId = string.IsNullOrEmpty(Owner) ? null : Owner,
        OwnerName = null,
        StartDay = Written(StartDay),
        DueDay = Written(DueDay),
        State = State ?? "proposed",
    };

    /// <summary>Names of what differs, in the order of the form.</summary>
    public static IEnumerable<string> Changed(ImprovementAction from, ImprovementAction to)
    {
        if (from.Capability != to.Capability)
            yield return "capability";
        if (from.Finding != to.Finding)
            yield return "finding";
        if (from.Action != to.Action)
            yield return "action";
        if (from.Element != to.Element)
            yield return "element";
        if (from.Organisation != to.Organisation)
            yield return "organisation";
        if (from.Owner != to.Owner || from.OwnerAccountId != to.OwnerAccountId)
            yield return "owner";
        if (from.StartDay != to.StartDay)
            yield return "start";
        if (from.DueDay != to.DueDay)
            yield return "due";
        if (from.State != to.State)
            yield return "state";
    }

    private static string Trimmed(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Written(string? text) => Day(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
