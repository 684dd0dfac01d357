using System.Globalization;
using HanoiAcademy.Storage.Database;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HanoiAcademy.Tests.Storage.SqlServer;

internal sealed record MigratedColumn(string Name, string Type, int? Length, bool MayBeEmpty, string? Collation)
{
    public bool IsText => Type == "nvarchar";

    public int Bytes => Type switch
    {
        "nvarchar" => 2 * (Length ?? 100_000),
        "varbinary" => Length ?? 100_000,
        "bigint" => 8,
        "int" => 4,
        "bit" => 1,
        _ => throw new InvalidOperationException($"What does {Type} take?"),
    };
}

internal sealed record MigratedKey(IReadOnlyList<string> Columns, bool Unique, bool Clustered);

/// <summary>A table as the T-SQL migrations leave it; an ALTER TABLE other than ADD would need its arm here.</summary>
internal sealed record MigratedTable(string Name, List<MigratedColumn> Columns, List<MigratedKey> Keys);

internal static class MigratedTables
{
    public static IReadOnlyList<MigratedTable> Of(IEnumerable<Migration> migrations)
    {
        var tables = new List<MigratedTable>();
        foreach (var statement in migrations.SelectMany(Statements))
        {
            switch (statement)
            {
                case CreateTableStatement create:
                    var made = new MigratedTable(create.SchemaObjectName.BaseIdentifier.Value, [], []);
                    tables.Add(made);
                    Add(made, create.Definition);
                    break;
                case AlterTableAddTableElementStatement alter:
                    Add(tables.Single(table => table.Name == alter.SchemaObjectName.BaseIdentifier.Value), alter.Definition);
                    break;
                case CreateIndexStatement index:
                    tables.Single(table => table.Name == index.OnName.BaseIdentifier.Value).Keys
                        .Add(new MigratedKey(Names(index.Columns), index.Unique, index.Clustered == true));
                    break;
                case DropTableStatement drop:
                    tables.RemoveAll(table => drop.Objects.Any(gone => gone.BaseIdentifier.Value == table.Name));
                    break;
                case InsertStatement:
                    break;
                default:
                    throw new InvalidOperationException($"A migration holds a {statement.GetType().Name}: say here what it does to the tables.");
            }
        }

        return tables;
    }

    private static IEnumerable<TSqlStatement> Statements(Migration migration)
    {
        using var reader = new StringReader(migration.Sql);
        return ((TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out _)).Batches.SelectMany(batch => batch.Statements);
    }

    private static void Add(MigratedTable table, TableDefinition definition)
    {
        foreach (var column in definition.ColumnDefinitions)
        {
            var name = column.ColumnIdentifier.Value;
            var type = (SqlDataTypeReference)column.DataType;
            var length = type.Parameters.SingleOrDefault() is IntegerLiteral literal ? int.Parse(literal.Value, CultureInfo.InvariantCulture) : (int?)null;
            var mayBeEmpty = column.Constraints.OfType<NullableConstraintDefinition>().Single().Nullable;
            table.Columns.Add(new MigratedColumn(name, type.Name.BaseIdentifier.Value, length, mayBeEmpty, column.Collation?.Value));
            table.Keys.AddRange(column.Constraints.OfType<UniqueConstraintDefinition>().Select(unique => Key([name], unique)));
        }

        table.Keys.AddRange(definition.TableConstraints.OfType<UniqueConstraintDefinition>().Select(unique => Key(Names(unique.Columns), unique)));
    }

    /// <summary>A primary key is clustered unless it says otherwise.</summary>
    private static MigratedKey Key(IReadOnlyList<string> columns, UniqueConstraintDefinition unique) =>
        new(columns, Unique: true, unique.Clustered ?? unique.IsPrimaryKey);

    private static List<string> Names(IList<ColumnWithSortOrder> columns) => [.. columns.Select(column => column.Column.MultiPartIdentifier.Identifiers[^1].Value)];
}
