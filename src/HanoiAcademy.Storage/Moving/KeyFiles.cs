using System.Xml;
using System.Xml.Linq;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Keys;

namespace HanoiAcademy.Storage.Moving;

/// <summary>One machine keeps its data-protection keys as files, several share them in the database: moved along, nobody is signed out.</summary>
internal static class KeyFiles
{
    public static void AddTo(Session session, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal))
        {
            try
            {
                KeyRing.Insert(session, Path.GetFileNameWithoutExtension(file), XElement.Load(file).ToString(SaveOptions.DisableFormatting));
            }
            catch (XmlException e)
            {
                throw new StorageException($"{file} is no data-protection key: put it aside, then move again.", e);
            }
        }
    }
}
