using System.Globalization;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Drills;

/// <summary>The sentence for a code, in the caller's language: "refusal.&lt;code&gt;" of the language files.</summary>
internal sealed class RefusalTexts(Texts texts)
{
    public Answer Explain(Answer answer, string language) =>
        answer.Code is { } code && answer.WordsIn(language) is var words ? answer with { Message = Sentence(code, language, [.. words]), Words = words, Said = null, Fallback = null } : answer;

    public string Sentence(string code, string language, params string[] words)
    {
        if (code == "already-delivered" && words is [_, _, "system", ..])
            code = "came-by-itself";
        var sentence = texts.Find(language, $"refusal.{code}") ?? texts.Find(language, "refusal.other") ?? code;
        // A sentence may name more words than a rule gave; an empty one is better than a failure at the refusal.
        var filled = words.Concat(Enumerable.Repeat("", 5)).ToArray<object>();
        return string.Format(CultureInfo.InvariantCulture, sentence, filled).Trim();
    }
}
