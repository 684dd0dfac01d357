namespace HanoiAcademy.Content.Exchange;

/// <param name="Kind">What became of it.</param>
/// <param name="Where">The place in the file as its owner finds it again: <c>Sheet1, row 4, column D</c>; empty when it is the file as a whole.</param>
/// <param name="What">A sentence for a person: what it was, what became of it, and how to have it otherwise.</param>
/// <param name="Id">The id of the thing in the scenario (an inject, a team), or empty.</param>
public sealed record LossLine(LossKind Kind, string Where, string What, string Id = "");
