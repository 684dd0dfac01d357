namespace HanoiAcademy.Storage.People;

/// <summary>
/// What one table holds of a person. Rows: values by name; a name that ends with Wall is a moment in microseconds since 1970 UTC, one that begins with Is
/// is 0 or 1.
/// </summary>
public sealed record PersonalTable(string Name, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);
