using System.Text;

namespace HanoiAcademy.Content.Exchange.Edits;

/// <summary>A file's text with plain line ends, and the way back to its bytes: its byte order mark and the line ends of what was not touched stay.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>As <see cref="Files.ContentFolder.Text"/> gives it; null when it is no UTF-8.</summary>
    public static string? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes.Span).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <param name="old">The file as it was; empty for a new one.</param>
    /// <param name="text">What it is to say, with plain line ends.</param>
    public static byte[] Write(ReadOnlyMemory<byte> old, string text)
    {
        if (old.IsEmpty)
            return Utf8.GetBytes(text);
        var original = Utf8.GetString(old.Span);
        var mark = original.Length - original.TrimStart('\uFEFF').Length;
        var plain = original[mark..].ReplaceLineEndings("\n");
        if (plain.Length == original.Length - mark && plain.AsSpan().SequenceEqual(original.AsSpan(mark)))
            return Utf8.GetBytes(original[..mark] + text);

        var same = plain.AsSpan().CommonPrefixLength(text);
        var tail = 0;
        while (tail < Math.Min(plain.Length, text.Length) - same && plain[^(tail + 1)] == text[^(tail + 1)])
            tail++;
        var end = original.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return Utf8.GetBytes(original[..Place(original, mark, same)] + text[same..^tail].Replace("\n", end, StringComparison.Ordinal) + original[Place(original, mark, plain.Length - tail)..]);
    }

    /// <summary>Where the n-th character of the plain text stands in the original: two characters may end a line there.</summary>
    private static int Place(string original, int from, int n)
    {
        for (; n > 0; n--)
            from += original[from] == '\r' && from + 1 < original.Length && original[from + 1] == '\n' ? 2 : 1;
        return from;
    }
}
