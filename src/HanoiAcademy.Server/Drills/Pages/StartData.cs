using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;
using Microsoft.AspNetCore.Html;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>What the live page starts from: the answer of Join, so that the first view is read before any connection stands.</summary>
internal sealed record StartData(string Drill, string Texts, string Seat, string? TeamRole, bool Control, long At, string Status, StreamStart Team, StreamStart Own, string Language, bool Looks = false)
{
    /// <param name="language">In which the drill speaks to this reader; the site's own may be another.</param>
    public static StartData Of(string drill, string uiLanguage, string language, string seat, RoomView view)
    {
        var actor = new HanoiAcademy.Drills.Commands.Actor(seat);
        return new StartData(drill, $"/i18n/{UrlEncoder.Default.Encode(uiLanguage)}/client.json", seat, actor.IsControl ? null : actor.TeamRole, actor.IsControl, view.At, view.Status, view.Team, view.Own, language);
    }

    /// <summary>For a script element that holds data: what could end the element is written as an escape, which only stands inside JSON strings.</summary>
    public IHtmlContent ForScriptElement() => new HtmlString(JsonSerializer.Serialize(this, DrillJson.Options).Replace("<", "\\u003C", StringComparison.Ordinal));

    /// <summary>What he took over from a simulated player; null when there was nothing.</summary>
    public HandoverView? Handover() => DrillJson.Read<SortedDictionary<string, ViewRecord>>(Own.Records!.Value.Utf8).GetValueOrDefault("handover") as HandoverView;

    public SortedDictionary<string, ViewRecord> Records() => DrillJson.Read<SortedDictionary<string, ViewRecord>>(Team.Records!.Value.Utf8);
}
