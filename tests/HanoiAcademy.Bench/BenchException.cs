namespace HanoiAcademy.Bench;

/// <summary>The run cannot go on; the message is the whole of what one needs to know.</summary>
internal sealed class BenchException(string message) : Exception(message);
