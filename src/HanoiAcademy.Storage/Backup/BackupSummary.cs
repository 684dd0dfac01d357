namespace HanoiAcademy.Storage.Backup;

/// <summary>What a backup holds, for the operator to read.</summary>
public sealed record BackupSummary(int Files, long Bytes, long Rows, int Schema, bool Demo, DateTimeOffset Made);
