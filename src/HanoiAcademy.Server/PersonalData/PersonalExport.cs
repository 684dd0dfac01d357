using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>Everything the site holds of a person as one JSON document, written as it is read: what somebody did in years is not held in memory.</summary>
internal sealed class PersonalExport(IPeoplesData data, OwnActs acts, NameInText names, TimeProvider time)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>False when there is no such account; nothing was written.</returns>
    public async Task<bool> Write(string accountId, Stream to, CancellationToken cancel)
    {
        var tables = await data.Of(accountId, cancel);
        if (tables[0].Rows.Count == 0)
            return false;
        var person = new Person(tables);
        await using var json = new Utf8JsonWriter(to, Options);
        Begin(json);
        json.WriteStartObject("tables");
        foreach (var table in tables)
        {
            json.WriteStartArray(JsonNamingPolicy.CamelCase.ConvertName(table.Name));
            foreach (var row in table.Rows)
                WriteRow(json, row);
            json.WriteEndArray();
            await json.FlushAsync(cancel);
        }

        json.WriteEndObject();
        json.WriteStartArray("drills");
        foreach (var seat in person.Seats)
            await WriteSeat(json, seat, cancel);
        json.WriteEndArray();
        json.WriteStartArray("yourNameInText");
        foreach (var count in await names.Count([person.UserName, person.DisplayName], person.Drills, cancel))
        {
            json.WriteStartObject();
            json.WriteString("drill", count.Drill);
            json.WriteString("title", count.Title);
            json.WriteNumber("rows", count.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("yourNameInPlans");
        foreach (var plan in await data.InPlans(accountId, cancel))
        {
            json.WriteStartObject();
            json.WriteString("agency", plan.Agency);
            json.WriteNumber("owners", plan.Owners);
            json.WriteNumber("texts", plan.Texts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    }

    public async Task WriteGuest(SeatHolder guest, DrillEntry drill, Stream to, CancellationToken cancel)
    {
        await using var json = new Utf8JsonWriter(to, Options);
        Begin(json);
        json.WriteString("guestName", guest.GuestName);
        json.WriteStartArray("drills");
        await WriteSeat(json, new HeldSeat(drill.Id, drill.Title, guest.Seat, guest.Since, drill.Status == DrillStatus.Ended), cancel);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Begin(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("format", "hanoi-academy-personal-data");
        json.WriteNumber("schema", 1);
        json.WriteString("made", time.GetUtcNow());
        json.WriteString("note", "EXERCISE: every State, company and person in a drill is fictional. Moments are UTC; \"at\" is the drill's own clock in milliseconds.");
    }

    private async Task WriteSeat(Utf8JsonWriter json, HeldSeat seat, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.WriteString("drill", seat.Drill);
        json.WriteString("title", seat.Title);
        json.WriteString("seat", seat.Seat);
        json.WriteString("since", seat.Since);
        json.WriteStartArray("acts");
        await foreach (var act in acts.Of(seat).WithCancellation(cancel))
        {
            json.WriteStartObject();
            json.WriteNumber("at", act.At);
            json.WritePropertyName("event");
            act.Event.WriteTo(json);
            json.WriteEndObject();
            if (json.BytesPending > 64 * 1024)
                await json.FlushAsync(cancel);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> row)
    {
        json.WriteStartObject();
        foreach (var (name, value) in row)
        {
            var isMoment = name.EndsWith("Wall", StringComparison.Ordinal);
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(isMoment ? name[..^4] : name));
            if (value is null)
                json.WriteNullValue();
            else if (isMoment)
                json.WriteStringValue(Person.Moment(Convert.ToInt64(value, CultureInfo.InvariantCulture)));
            else if (name.StartsWith("Is", StringComparison.Ordinal))
                json.WriteBooleanValue(Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0);
            else if (value is string text)
                json.WriteStringValue(text);
            else
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}
