using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Packs;

/// <summary>
/// The situation manual: what is read before an exercise, on paper. Texts are in the language asked for, Html is safe, times are drill ms, Story is UTC ms of story time.
/// ForControl: the copy with what happens, what is expected and by what it is judged. The players' copy has what they may know before StartEx, and nothing else.
/// </summary>
/// <param name="Participants">All teams that the reader may know of.</param>
/// <param name="Briefs">Ids of those whose briefs are in this copy.</param>
/// <param name="Story">Story time at StartEx, with the offset of the first State.</param>
public sealed record Manual(string Title, string Version, string Summary, string Assumption, bool ForControl, string Mode, long PlannedMs, long? Story, int OffsetMinutes, string ZoneName, ImmutableArray<ManualState> States,
    ImmutableArray<ManualTreaty> Treaties, ImmutableArray<ManualTeam> Participants, ImmutableArray<string> Briefs, ImmutableArray<PackContact> Contacts, ImmutableArray<ManualPhase> Phases, ImmutableArray<PackSheet> Sheets,
    ImmutableArray<PackDecision> Decisions, ImmutableArray<PackObjective> Objectives, ImmutableArray<ManualEnd> Ends);

public sealed record ManualState(string Name, string About, string ZoneName);

/// <summary>Basis: uncc budapest untoc uncac bilateral reciprocity. Between: names of States.</summary>
public sealed record ManualTreaty(string Basis, ImmutableArray<string> Between);

public sealed record ManualTeam(string Id, string Name, string Side, string State, string Html, ImmutableArray<ManualRole> Roles);

public sealed record ManualRole(string Name, int Seats, string Html);

public sealed record ManualPhase(string Title, long At, long Story);

/// <summary>At: when it ends by the clock; null: by a condition alone.</summary>
public sealed record ManualEnd(string Title, long? At);
