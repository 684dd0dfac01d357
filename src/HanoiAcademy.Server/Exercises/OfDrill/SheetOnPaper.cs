using HanoiAcademy.Drills.Packs;

namespace HanoiAcademy.Server.Exercises.OfDrill;

/// <summary>ToHandOut: it is given out while the drill goes on, so that moments are left to fill in; in a manual it is only read.</summary>
internal sealed record SheetOnPaper(PackSheet Sheet, bool ForControl, bool ToHandOut);

/// <summary>As <see cref="SheetOnPaper"/>.</summary>
internal sealed record DecisionOnPaper(PackDecision Decision, bool ForControl, bool ToHandOut);
