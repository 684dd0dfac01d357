using System.Text.RegularExpressions;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Database;
using Mono.Cecil;

namespace HanoiAcademy.Tests.Storage.SqlServer;

/// <summary>
/// Every text that the storage may send to SQL Server, read from its assembly: what any code outside <c>Database/Sqlite</c> loads or
/// names that begins as SQL does, and the migrations. A new query is found by being there.
/// </summary>
internal static partial class StorageTexts
{
    public static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(IDatabase).Assembly.Location);

    /// <summary>Where it stands, and the text as the server gets it.</summary>
    public static IEnumerable<(string Where, string Sql)> All() =>
        Module.GetTypes().Where(type => !IsOfSqlite(type)).SelectMany(Of).Where(text => Sql().IsMatch(text.Text)).Distinct()
            .Select(text => (text.Where, DapperList().Replace(text.Text, "IN (@$1)")))
            .Concat(Migration.For(StorageOptions.SqlServer).Select(migration => (migration.Name, migration.Sql)));

    private static IEnumerable<(string Where, string Text)> Of(TypeDefinition type) =>
        type.Fields.Where(field => field.Constant is string).Select(field => ($"{type.FullName}.{field.Name}", (string)field.Constant))
            .Concat(type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions
                .Where(instruction => instruction.Operand is string)
                .Select(instruction => ($"{type.FullName}.{method.Name}", (string)instruction.Operand))));

    private static bool IsOfSqlite(TypeDefinition type) =>
        type.DeclaringType is { } outer ? IsOfSqlite(outer) : type.Namespace == "HanoiAcademy.Storage.Database.Sqlite";

    [GeneratedRegex(@"^\s*(?:--.*\n\s*)*(?:SELECT|INSERT|UPDATE|DELETE|MERGE|CREATE|ALTER|DROP|TRUNCATE|DECLARE|EXEC|EXECUTE|WITH|SET|BEGIN|IF|PRAGMA|VACUUM|REPLACE)\s")]
    private static partial Regex Sql();

    /// <summary>Dapper writes a list's parameters in parentheses.</summary>
    [GeneratedRegex(@"\bIN @(\w+)")]
    private static partial Regex DapperList();
}
