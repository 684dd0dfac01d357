using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// What a room says to a command. Status: accepted, waiting (UndoMs left to take it back), refused (Code and Words say why), again (the room
/// had to be loaded anew: send it again), held (it cannot be written now: nothing was changed, send it again). Message is filled in where the language of the
/// caller is known.
/// </summary>
internal sealed record Answer(string Status, long At, long? UndoMs = null, string? Code = null, string? Message = null)
{
    /// <summary>No parameter: the description of the API cannot write an array that is not there as a default.</summary>
    public ImmutableArray<string> Words { get; init; }

    /// <summary>The author's own words, on their way to where the caller's language is known; never sent to him.</summary>
    public Text? Said { get; init; }
    public string? Fallback { get; init; }

    public const string AcceptedStatus = "accepted";
    public const string WaitingStatus = "waiting";
    public const string RefusedStatus = "refused";
    public const string AgainStatus = "again";
    public const string HeldStatus = "held";

    public static Answer Accepted(long at) => new(AcceptedStatus, at);

    public static Answer Waiting(long at, TimeSpan left) => new(WaitingStatus, at, (long)left.TotalMilliseconds);

    public static Answer Refused(long at, Refusal refusal) => new(RefusedStatus, at, Code: refusal.Code) { Words = [.. refusal.Words], Said = refusal.Said, Fallback = refusal.Said is null ? null : refusal.Fallback };

    public static Answer Refused(long at, string code, params string[] words) => new(RefusedStatus, at, Code: code) { Words = [.. words] };

    public ImmutableArray<string> WordsIn(string language)
    {
        var words = Words.IsDefault ? [] : Words;
        return Said is { } said ? words.Insert(0, said.In(language, Fallback ?? language)) : words;
    }

    public static Answer Again(long at) => new(AgainStatus, at, Code: "again");

    public static Answer Held(long at) => new(HeldStatus, at, Code: "held");
}
