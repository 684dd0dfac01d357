namespace HanoiAcademy.Storage;

/// <summary>The data cannot be used as it stands; the message is one sentence for the operator that says how to mend it.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
