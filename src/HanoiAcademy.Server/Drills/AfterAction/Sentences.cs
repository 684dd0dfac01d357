using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction;

/// <summary>A sentence of the language files whose places ({0}, {1}, …) are filled with runs.</summary>
internal static class Sentences
{
    public static ImmutableArray<Run> Fill(string sentence, params ImmutableArray<Run>[] args)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        var from = 0;
        while (sentence.IndexOf('{', from) is var open and >= 0 && sentence.IndexOf('}', open) is var close and > 0)
        {
            if (open > from)
                runs.Add(new Run(sentence[from..open]));
            if (int.TryParse(sentence.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < args.Length)
                runs.AddRange(args[place]);
            from = close + 1;
        }

        if (from < sentence.Length)
            runs.Add(new Run(sentence[from..]));
        return runs.ToImmutable();
    }

    public static ImmutableArray<Run> Written(string? text) => string.IsNullOrEmpty(text) ? [] : [new Run(text, IsWritten: true)];

    public static ImmutableArray<Run> Plain(string text) => [new Run(text)];
}
