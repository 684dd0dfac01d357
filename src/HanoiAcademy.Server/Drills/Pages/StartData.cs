using System.Text.Encodings.Web;
using System.Text.Json;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;
using Microsoft.AspNetCore.Html;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>What the live page starts from: the answer of Join, so that the first view is read before any connection stands.</summary>
internal sealed record StartData(string Drill, string Texts, string Seat, string? TeamRole, bool Control, long At, string Status, StreamStart Team, StreamStart Own)
{
    public static StartData Of(string drill, string uiLanguage, string seat, RoomView view)
    {
        var actor = new HanoiAcademy.Drills.Commands.Actor(seat);
        return new StartData(drill, $"/i18n/{UrlEncoder.Default.Encode(uiLanguage)}/client.json", seat, actor.IsControl ? null : actor.TeamRole, actor.IsControl, view.At, view.Status, view.Team, view.Own);
    }

    /// <summary>For a script element that holds data: what could end the element is written as an escape, which only stands inside JSON strings.</summary>
    public IHtmlContent ForScriptElement() => new HtmlString(JsonSerializer.Serialize(this, DrillJson.Options).Replace("<", "\\u003C", StringComparison.Ordinal));

    public SortedDictionary<string, ViewRecord> Records() => DrillJson.Read<SortedDictionary<string, ViewRecord>>(Team.Records!.Value.Utf8);
}
