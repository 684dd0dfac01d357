using System.Globalization;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Language;

/// <summary>Gives the sentences of i18n/ in the language of the request.</summary>
internal sealed class TextLocalizer(Texts texts, IHttpContextAccessor requests) : IStringLocalizer
{
    public LocalizedString this[string name]
    {
        get
        {
            var text = texts.Find(CurrentLanguage, name);
            return new LocalizedString(name, text ?? $"[{name}]", resourceNotFound: text is null);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        texts.All(CurrentLanguage).Select(pair => new LocalizedString(pair.Key, pair.Value));

    private string CurrentLanguage => requests.HttpContext?.Features.Get<UiChoice>()?.Language ?? Texts.Source;
}

/// <summary>The framework asks a factory; whatever type it asks for, there is one set of sentences.</summary>
internal sealed class TextLocalizerFactory(IStringLocalizer texts) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => texts;

    public IStringLocalizer Create(string baseName, string location) => texts;
}
