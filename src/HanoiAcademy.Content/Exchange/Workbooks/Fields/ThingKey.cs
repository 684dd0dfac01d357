namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <param name="Kind">One of <see cref="ThingKind"/>.</param>
/// <param name="Id">Of a role <c>team.role</c>, of an option <c>decision.option</c>; of the drill itself empty.</param>
internal sealed record ThingKey(ThingKind Kind, string Id)
{
    /// <summary>The thing it belongs to: the team of a role, the decision of an option.</summary>
    public ThingKey? Owner => Kind switch
    {
        ThingKind.Role => new(ThingKind.Team, Id[..Id.IndexOf('.', StringComparison.Ordinal)]),
        ThingKind.Option => new(ThingKind.Decision, Id[..Id.IndexOf('.', StringComparison.Ordinal)]),
        _ => null,
    };

    public string OwnId => Id[(Id.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Id}";
}

internal enum ThingKind
{
    Drill,
    Team,
    Role,
    Inject,
    Decision,
    Option,
    Matter,
    Objective,
}
