using System.Buffers.Text;
using System.Globalization;

namespace HanoiAcademy.Bench.Load;

/// <summary>The word that stands in each inject of the bench scenario, so that a push tells which command it answers without being parsed.</summary>
internal static class Marker
{
    private const int Digits = 6;

    private static ReadOnlySpan<byte> Word => "bench-"u8;

    public static string Of(int inject) => "bench-" + inject.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The number of the first marker; null when there is none (a push that no command of the bench caused).</summary>
    public static int? Find(ReadOnlySpan<byte> push)
    {
        var at = push.IndexOf(Word);
        return at >= 0 && at + Word.Length + Digits <= push.Length
            && Utf8Parser.TryParse(push.Slice(at + Word.Length, Digits), out int n, out var read) && read == Digits
            ? n
            : null;
    }

    /// <summary>Where all markers' digits begin.</summary>
    public static List<int> Places(ReadOnlySpan<byte> push)
    {
        var places = new List<int>();
        for (var from = 0; push[from..].IndexOf(Word) is var at and >= 0; from += at + Word.Length)
            places.Add(from + at + Word.Length);
        return places;
    }

    public static void Write(Span<byte> push, int place, int inject) => Utf8Formatter.TryFormat(inject, push.Slice(place, Digits), out _, new('D', Digits));
}
