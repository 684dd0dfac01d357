using System.Collections.Immutable;
using System.Reflection;

namespace HanoiAcademy.Tests.Client;

/// <summary>Makes a record with everything filled in, or with all that may be absent left out.</summary>
internal static class SampleOf
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static object Full(Type type) => Make(type, full: true);

    public static object Least(Type type) => Make(type, full: false);

    private static object Make(Type type, bool full)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => MayBeNull(parameter) && !full ? null : Value(parameter.ParameterType, full))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
            if (full || Nullability.Create(property).WriteState != NullabilityState.Nullable)
                property.SetValue(made, Value(property.PropertyType, full));
        return made;
    }

    private static bool MayBeNull(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null || Nullability.Create(parameter).WriteState == NullabilityState.Nullable;

    private static object Value(Type declared, bool full)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(string) ? "text"
            : type == typeof(long) ? 60_000L
            : type == typeof(int) ? 2
            : type == typeof(bool) ? true
            : Is(type, typeof(ImmutableArray<>)) ? List(type.GetGenericArguments()[0], full)
            : Is(type, typeof(ImmutableSortedDictionary<,>)) ? Fields(full)
            : Make(type, full);
    }

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static object List(Type item, bool full)
    {
        var items = Array.CreateInstance(item, full ? 1 : 0);
        if (full)
            items.SetValue(Value(item, full), 0);
        return typeof(ImmutableArray).GetMethods()
            .Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private static ImmutableSortedDictionary<string, string> Fields(bool full)
    {
        var empty = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return full ? empty.Add("authority", "text") : empty;
    }
}
