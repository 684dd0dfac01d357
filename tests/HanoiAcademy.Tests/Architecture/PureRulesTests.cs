using HanoiAcademy.Drills;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace HanoiAcademy.Tests.Architecture;

/// <summary>
/// The rules as compiled: deterministic to the byte, so that a replay in ten years on another runtime leads to the same drill. What the
/// compiler's list of banned symbols cannot say (kinds of types, culture, floats) is said here.
/// </summary>
public sealed class PureRulesTests
{
    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(Drill).Assembly.Location);

    private static readonly string[] NoNamespaces = ["System.Net", "System.IO", "System.Threading", "System.Diagnostics.Process", "System.Reflection.Emit", "Microsoft."];

    private static readonly string[] NoTypes = ["System.Random", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Security.Cryptography.RandomNumberGenerator", "System.Runtime.CompilerServices.IAsyncStateMachine", "System.Console", "System.GC"];

    private static readonly string[] NoMembers =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.Environment::get_TickCount", "System.Environment::get_MachineName", "System.Environment::GetEnvironmentVariable", "System.Environment::get_ProcessId", "System.Globalization.CultureInfo::get_CurrentCulture", "System.Globalization.CultureInfo::get_CurrentUICulture",
    ];

    private static readonly string[] HashMaps = ["System.Collections.Generic.Dictionary`2", "System.Collections.Generic.HashSet`1", "System.Collections.Concurrent.", "System.Collections.Immutable.ImmutableDictionary`2", "System.Collections.Immutable.ImmutableHashSet`1", "System.Collections.Frozen.", "System.Collections.Hashtable"];

    private static readonly string[] Floats = ["System.Single", "System.Double", "System.Decimal", "System.Half"];

    [Fact]
    public void Drills_stands_on_the_base_library_alone() =>
        Module.AssemblyReferences.Select(r => r.Name).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Drills_knows_no_network_file_thread_clock_or_dice()
    {
        Module.GetTypeReferences().Select(t => t.FullName)
            .Where(t => NoTypes.Contains(t) || NoNamespaces.Any(n => t.StartsWith(n, StringComparison.Ordinal)))
            .ShouldBeEmpty();
        Calls().Where(c => NoMembers.Any(n => c.Callee.StartsWith(n, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void No_hash_map_is_kept_where_it_could_be_enumerated() =>
        Used(HashMaps).ShouldBeEmpty("Its order differs in every process: use a sorted one with ordinal comparison, or a list in the scenario's order.");

    [Fact]
    public void Nothing_is_reckoned_in_floating_point()
    {
        Used(Floats).ShouldBeEmpty("Sums of floats differ between machines: whole numbers only.");
        var codes = new[] { Code.Ldc_R4, Code.Ldc_R8, Code.Conv_R4, Code.Conv_R8, Code.Conv_R_Un };
        Methods().Where(m => m.Body.Instructions.Any(i => codes.Contains(i.OpCode.Code))).Select(m => m.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void No_string_is_compared_or_cased_by_culture()
    {
        string[] byCulture =
        [
            "System.String::ToLower()", "System.String::ToUpper()", "System.String::CompareTo(System.String)", "System.String::StartsWith(System.String)", "System.String::EndsWith(System.String)",
            "System.String::Compare(System.String,System.String)", "System.String::IndexOf(System.String)", "System.Char::ToLower(System.Char)", "System.Char::ToUpper(System.Char)",
        ];
        Calls().Where(c => byCulture.Contains(c.Callee)).ShouldBeEmpty();
    }

    [Fact]
    public void No_hash_code_is_asked_for_but_by_another()
    {
        // What the compiler writes for records; anything else would bring this process's seed into the rules.
        Calls().Where(c => c.Callee.Contains("::GetHashCode(", StringComparison.Ordinal) && !c.Caller.Contains("::GetHashCode(", StringComparison.Ordinal)).ShouldBeEmpty();
        Calls().Where(c => c.Callee.StartsWith("System.HashCode::", StringComparison.Ordinal) && !c.Caller.Contains("::GetHashCode(", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Fields, locals, parameters and results of any of the types, also as a type argument.</summary>
    private static IEnumerable<string> Used(string[] types)
    {
        bool Is(TypeReference type) => types.Any(t => type.FullName.Contains(t, StringComparison.Ordinal));
        foreach (var type in Module.GetTypes())
            foreach (var field in type.Fields.Where(f => Is(f.FieldType)))
                yield return field.FullName;
        foreach (var method in Module.GetTypes().SelectMany(t => t.Methods))
            if (Is(method.ReturnType) || method.Parameters.Any(p => Is(p.ParameterType)) || (method.HasBody && method.Body.Variables.Any(v => Is(v.VariableType))))
                yield return method.FullName;
    }

    private static IEnumerable<MethodDefinition> Methods() => Module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody);

    private static IEnumerable<(string Caller, string Callee)> Calls() =>
        from method in Methods()
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        let callee = (MethodReference)instruction.Operand
        select (method.FullName, $"{callee.DeclaringType.FullName}::{callee.Name}({string.Join(",", callee.Parameters.Select(p => p.ParameterType.FullName))})");
}
