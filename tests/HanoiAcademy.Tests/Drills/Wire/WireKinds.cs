using System.Text.Json.Serialization;

namespace HanoiAcademy.Tests.Drills.Wire;

/// <summary>The closed families that go over the wire or into the log, as they are named there.</summary>
internal static class WireKinds
{
    public static IReadOnlyList<(string Name, Type Type)> Of(Type family) =>
        [.. family.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(a => ((string)a.TypeDiscriminator!, a.DerivedType))];

    public static IEnumerable<Type> Subtypes(Type family) => family.Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(family));
}
