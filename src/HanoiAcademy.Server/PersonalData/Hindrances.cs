using HanoiAcademy.Storage.People;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>Why an account cannot be erased now, and what to do about it.</summary>
internal static class Hindrances
{
    public static string? Of(EraseAnswer answer, IStringLocalizer say) => answer switch
    {
        EraseAnswer.LastAdministrator last => say["people.erase.last-administrator", last.Agency].Value,
        EraseAnswer.InRunningDrill drill => say["people.erase.in-drill", drill.Title].Value,
        EraseAnswer.NoSuchAccount => say["people.erase.gone"].Value,
        _ => null,
    };
}
