namespace HanoiAcademy.Storage.Moving;

/// <param name="Name">Of the table.</param>
/// <param name="Rows">That were copied into it and counted there.</param>
public sealed record MovedTable(string Name, long Rows);
