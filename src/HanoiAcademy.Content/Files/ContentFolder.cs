using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Files;

/// <summary>
/// The files of one course or scenario, read once into memory: what is checked is then what is shown, and nothing a
/// page asks for later reaches the disk. Links are not followed (they could lead out of the root), nor are names
/// taken that differ only by case or could not lie on every system's disk.
/// </summary>
public sealed class ContentFolder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Dictionary<string, ContentFile> _files;
    private readonly FolderLimits _limits;

    internal ContentFolder(string name, IEnumerable<ContentFile> files, FolderLimits limits)
    {
        Name = name;
        _limits = limits;
        _files = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        Files = [.. _files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];
        Hash = HashOf(Files);
    }

    /// <summary>A folder that lies on no disk: what an import wrote, what an archive held.</summary>
    /// <param name="name">Its name in problems; of a scenario the last part must be the id.</param>
    /// <param name="files">No two of the same path.</param>
    /// <param name="limits">Null for the usual limits.</param>
    public static ContentFolder Of(string name, IEnumerable<ContentFile> files, FolderLimits? limits = null) => new(name, files, limits ?? FolderLimits.Default);

    /// <summary>A folder of the same name and limits with other files.</summary>
    internal ContentFolder With(IEnumerable<ContentFile> files) => new(Name, files, _limits);

    /// <summary>Name shown before each path in problems: <c>courses/c5</c>.</summary>
    public string Name { get; }

    /// <summary>By path, ordinal.</summary>
    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>SHA-256 over all paths and bytes, lower-case hex: the version of the content.</summary>
    public string Hash { get; }

    public bool Has(string path) => _files.ContainsKey(path);

    public ContentFile? Find(string path) => _files.GetValueOrDefault(path);

    public string NameOf(string path) => $"{Name}/{path}";

    /// <summary>Text of a file without its byte order mark and with plain line ends, or null when it is missing, too long or not UTF-8 (reported).</summary>
    public string? Text(string path, ProblemList problems)
    {
        if (Find(path) is not { } file)
        {
            problems.Add(new(NameOf(path), 1, 1, "file-missing", "This file is missing; add it or remove what names it."));
            return null;
        }

        if (file.Bytes.Length > _limits.TextBytes)
        {
            problems.Add(new(NameOf(path), 1, 1, "file-too-big", $"A text may have {_limits.TextBytes / 1000} kB; split this one."));
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(file.Bytes.Span).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            if (text.IndexOf('\0', StringComparison.Ordinal) is var zero && zero < 0)
                return text;
            problems.Add(new(NameOf(path), 1 + text.AsSpan(0, zero).Count('\n'), 1, "file-not-text", "A zero byte stands in this text; save it again as UTF-8."));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(NameOf(path), 1, 1, "file-not-utf8", "This file is not UTF-8; save it again with that encoding."));
        }

        return null;
    }

    private static string HashOf(IEnumerable<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            // Lengths first: no two different folders may give the same stream of bytes.
            hash.AppendData(Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(file.Path)} {file.Path} {file.Bytes.Length}\n"));
            hash.AppendData(file.Bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
