namespace HanoiAcademy.Content.Files;

/// <param name="Path">Relative to the folder of the course or scenario, with slashes.</param>
/// <param name="Bytes">As on disk.</param>
public sealed record ContentFile(string Path, ReadOnlyMemory<byte> Bytes);
