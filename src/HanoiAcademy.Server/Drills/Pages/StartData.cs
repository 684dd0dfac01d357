using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;
using Microsoft.AspNetCore.Html;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>A language of the site, by its own name.</summary>
internal sealed record StartLanguage(string Id, string Name);

/// <summary>What the live page starts from: the answer of Join, so that the first view is read before any connection stands.</summary>
internal sealed record StartData(
    string Drill, string Texts, string Seat, string? TeamRole, bool Control, long At, string Status, StreamStart Team, StreamStart Own, ImmutableArray<WallMark> Walls,
    string Language, ImmutableArray<StartLanguage> Languages, bool Looks = false)
{
    /// <summary>More than these many bytes of a view do not come with the page: a first load is to stay small however long a drill has run.</summary>
    private const int MostBytes = 64 * 1024;

    /// <param name="language">In which the drill speaks to this reader; the site's own may be another.</param>
    public static StartData Of(string drill, string uiLanguage, string language, string seat, RoomView view, ImmutableArray<StartLanguage> languages)
    {
        var actor = new HanoiAcademy.Drills.Commands.Actor(seat);
        return new StartData(
            drill, $"/i18n/{UrlEncoder.Default.Encode(uiLanguage)}/client.json", seat, actor.IsControl ? null : actor.TeamRole, actor.IsControl, view.At, view.Status,
            view.Team, view.Own, view.Walls, language, languages);
    }

    /// <summary>For a script element that holds data: what could end the element is written as an escape, which only stands inside JSON strings.</summary>
    public IHtmlContent ForScriptElement() => new HtmlString(JsonSerializer.Serialize(this, DrillJson.Options).Replace("<", "\\u003C", StringComparison.Ordinal));

    /// <summary>What he took over from a simulated player; null when there was nothing.</summary>
    public HandoverView? Handover() => DrillJson.Read<SortedDictionary<string, ViewRecord>>(Own.Records!.Value.Utf8).GetValueOrDefault("handover") as HandoverView;

    public SortedDictionary<string, ViewRecord> Records() => DrillJson.Read<SortedDictionary<string, ViewRecord>>(Team.Records!.Value.Utf8);

    /// <summary>
    /// Without the feed's older entries, where all of it would be too much to wait for; the script then asks for the whole view with its first join.
    /// </summary>
    /// <param name="latest">Ids of the feed entries that stay.</param>
    public StartData Light(IEnumerable<string> latest)
    {
        if (Team.Records is not { } whole || whole.Utf8.Length <= MostBytes)
            return this;
        var stay = latest.Select(id => "feed:" + id).ToHashSet(StringComparer.Ordinal);
        using var records = JsonDocument.Parse(whole.Utf8);
        var buffer = new ArrayBufferWriter<byte>(MostBytes);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = DrillJson.Options.Encoder }))
        {
            json.WriteStartObject();
            foreach (var record in records.RootElement.EnumerateObject().Where(record => !record.Name.StartsWith("feed:", StringComparison.Ordinal) || stay.Contains(record.Name)))
                record.WriteTo(json);
            json.WriteEndObject();
        }

        return this with { Team = Team with { Records = new RawJson(buffer.WrittenSpan.ToArray()), Part = true } };
    }
}
