using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>The table of kinds, in the order in which they are offered.</summary>
public static class RequestKinds
{
    public static readonly ImmutableArray<RequestKind> All =
    [
        Preservation.Kind,
        PathDisclosure.Kind,
        Production.Kind,
        Emergency.Kind,
        MutualAssistance.Kind,
        LiveAssistance.Kind,
        StopPayment.Kind,
        Freeze.Kind,
        JointInvestigation.Kind,
        Information.Kind,
        Inquiry.Kind,
        ProviderVoluntary.Kind,
    ];

    /// <summary>Fields of the header, the same for all kinds.</summary>
    public static readonly ImmutableArray<string> Header = Common.Header;

    public static RequestKind? Find(string id) => All.FirstOrDefault(k => k.Id == id);

    /// <summary>A form of no known kind is judged as the oldest one; nobody can send it.</summary>
    internal static RequestKind Of(string id) => Find(id) ?? Preservation.Kind;
}
