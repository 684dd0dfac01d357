namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>An edit would not have said what was wanted, so nothing was changed. The message is for a person; it never leaves the exchange as an exception.</summary>
internal sealed class EditRefused(string message) : Exception(message);
