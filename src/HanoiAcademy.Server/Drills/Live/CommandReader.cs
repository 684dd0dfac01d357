using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>Reads what a caller sent. What cannot be read changes nothing and says which place is wrong.</summary>
internal static class CommandReader
{
    private const int LongestId = 100;

    /// <summary>A command of a person, or the refusal.</summary>
    public static (Command? Command, Answer? Refused) Read(string? commandId, JsonElement json)
    {
        if (commandId is null || commandId.Length is 0 or > LongestId || commandId.Any(letter => letter is <= ' ' or > '~'))
            return (null, Answer.Refused(0, "bad-command-id"));
        if (!TryRead<Command>(json, out var command, out var problem))
            return (null, Answer.Refused(0, "malformed", problem));

        // The room and the pages that seat people send these; a person's word for them counts nowhere.
        return command is LaunchDrill or Tick or Recover or TakeSeat ? (null, Answer.Refused(0, "not-allowed")) : (command, null);
    }

    public static bool TryRead<T>(JsonElement json, out T? value, out string problem)
    {
        (value, problem) = (default, "");
        try
        {
            value = json.Deserialize<T>(DrillJson.Options);
            return value is not null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            problem = (e as JsonException)?.Path ?? "$";
            return false;
        }
    }
}
