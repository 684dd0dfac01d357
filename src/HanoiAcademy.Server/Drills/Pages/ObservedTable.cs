using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>What evaluators saw of one team. Who: the name of who sat in a seat at a drill ms.</summary>
internal sealed record ObservedTable(ImmutableArray<ObservedReport> Acts, Func<string?, long?, string> Who);
