using System.Text.Json;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>One seat that a person holds, or directs from.</summary>
/// <param name="Since">What was done from the seat before is somebody else's.</param>
internal sealed record HeldSeat(string Drill, string Title, string Seat, DateTimeOffset Since, bool HasEnded);

/// <summary>An act of a seat: when in drill time, and the event as the log has it.</summary>
internal sealed record OwnAct(long At, JsonElement Event);

/// <summary>What a person did and wrote in drills, read from the log by the seats he holds and since when.</summary>
internal sealed class OwnActs(IPeoplesData data)
{
    public const int Window = 500;

    /// <summary>What the rules thought of an act, which whoever plays is not to read while the drill goes on.</summary>
    private static readonly HashSet<string> Verdicts = ["mistakes", "gaps", "matter", "nth", "fitting", "fits"];

    public async IAsyncEnumerable<OwnAct> Of(HeldSeat seat)
    {
        var last = await data.LastVersion(seat.Drill);
        for (var after = 0L; after < last; after += Window)
        {
            foreach (var row in (await data.Log(seat.Drill, after, after + Window)).Where(row => row.Seat == seat.Seat && row.Wall >= seat.Since))
                foreach (var act in Acts(row, seat))
                    yield return act;
        }
    }

    private static IEnumerable<OwnAct> Acts(LogRow row, HeldSeat seat)
    {
        JsonDocument events;
        try
        {
            events = JsonDocument.Parse(row.Events);
        }
        catch (JsonException)
        {
            yield break; // A row that cannot be read says nothing of anybody.
        }

        using (events)
        {
            foreach (var one in events.RootElement.ValueKind == JsonValueKind.Array ? events.RootElement.EnumerateArray() : default)
                if (Is(one, "seat", seat.Seat) || Is(one, "by", seat.Seat))
                    yield return new OwnAct(row.At, seat.HasEnded ? one.Clone() : WithoutVerdicts(one));
        }
    }

    private static bool Is(JsonElement one, string property, string value) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String && found.GetString() == value;

    private static JsonElement WithoutVerdicts(JsonElement one) =>
        JsonSerializer.SerializeToElement(one.EnumerateObject().Where(property => !Verdicts.Contains(property.Name))
            .ToDictionary(property => property.Name, property => property.Value));
}
