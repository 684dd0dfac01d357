using System.Globalization;

namespace HanoiAcademy.Server.Language;

/// <summary>In which language and writing direction this request is answered.</summary>
public sealed record UiChoice(string Language, string Direction)
{
    public static UiChoice Default { get; } = new(Texts.Source, "ltr");

    /// <summary>For the lang attribute: a made-up language must not send a screen reader looking for a voice.</summary>
    public string HtmlLanguage => Language == Texts.Pseudo ? Texts.Source : Language;

    public static string NativeName(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    internal static string DirectionOf(string language) =>
        CultureInfo.GetCultureInfo(language == Texts.Pseudo ? Texts.Source : language).TextInfo.IsRightToLeft ? "rtl" : "ltr";
}
