namespace HanoiAcademy.Storage.People;

/// <summary>Where a person's name was typed in an agency's improvement plan.</summary>
/// <param name="Owners">Actions that name him as owner or organisation, in words; erasing him takes the name out.</param>
/// <param name="Texts">Findings, actions and remarks with the name: the agency's own words, which stay.</param>
public sealed record NamedInPlan(string AgencyId, string Agency, int Owners, int Texts);
