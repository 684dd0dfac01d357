using System.Xml.Linq;
using HanoiAcademy.Storage.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HanoiAcademy.Server.Hosting;

/// <summary>The keys in the database. The framework asks synchronously, a few times a day and never on a request's way.</summary>
internal sealed class SharedKeys(IKeyRing ring) : IXmlRepository
{
    private bool _agreeing;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.All().GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName)
    {
        var xml = element.ToString(SaveOptions.DisableFormatting);
        if (_agreeing)
            ring.KeepFirst(xml).GetAwaiter().GetResult();
        else
            ring.Keep(friendlyName, xml).GetAwaiter().GetResult();
    }

    /// <summary>
    /// A key made in here is kept only as the very first of all. A node that was second forgets the one it made and uses the first's: kept as well, it would
    /// sign what nodes that have read the keys before cannot read.
    /// </summary>
    public void Agree(Action makeKey)
    {
        _agreeing = true;
        try
        {
            makeKey();
        }
        finally
        {
            _agreeing = false;
        }
    }
}
