using System.Xml.Linq;
using HanoiAcademy.Storage.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HanoiAcademy.Server.Hosting;

/// <summary>The keys in the database. The framework asks synchronously, a few times a day and never on a request's way.</summary>
internal sealed class SharedKeys(IKeyRing ring) : IXmlRepository
{
    private const string First = "first-key";

    public IReadOnlyCollection<XElement> GetAllElements() => [.. All().Select(XElement.Parse)];

    /// <summary>The first has one name whoever makes it, so that of two that are made at once one is kept.</summary>
    public void StoreElement(XElement element, string friendlyName) =>
        ring.Keep(All().Count == 0 ? First : friendlyName, element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();

    private IReadOnlyList<string> All() => ring.All().GetAwaiter().GetResult();
}
