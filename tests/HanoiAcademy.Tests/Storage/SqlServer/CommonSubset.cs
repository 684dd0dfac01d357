using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HanoiAcademy.Tests.Storage.SqlServer;

/// <summary>What T-SQL may say and we do not: compatible servers lack it, or it does on them what SQL Server does not.</summary>
internal sealed class CommonSubset : TSqlConcreteFragmentVisitor
{
    private readonly List<string> refused = [];

    /// <summary>What is wrong with a text; empty when nothing is.</summary>
    public static IReadOnlyList<string> Faults(string sql)
    {
        using var reader = new StringReader(sql);
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
        {
            return [.. errors.Select(error => $"{error.Line},{error.Column}: {error.Message}")];
        }

        var visitor = new CommonSubset();
        tree.Accept(visitor);
        return visitor.refused;
    }

    /// <summary>A word of another SQL that stands alone reads as a call of a procedure without EXEC.</summary>
    public override void Visit(ExecuteStatement node)
    {
        if (node.ScriptTokenStream[node.FirstTokenIndex].TokenType is not (TSqlTokenType.Exec or TSqlTokenType.Execute))
        {
            Refuse(node, "a procedure without EXEC, or no T-SQL");
        }
    }

    public override void Visit(MergeStatement node) => Refuse(node, "MERGE: update, then insert where nothing was updated");

    public override void Visit(TableHint node) => Refuse(node, "a table hint: guard in WHERE");

    public override void Visit(OptimizerHint node) => Refuse(node, "a query hint");

    public override void Visit(WaitForStatement node) => Refuse(node, "WAITFOR");

    public override void Visit(CreateOrAlterViewStatement node) => Refuse(node, "CREATE OR ALTER: drop it if it is there, then create it");

    public override void Visit(CreateOrAlterProcedureStatement node) => Refuse(node, "CREATE OR ALTER: drop it if it is there, then create it");

    public override void Visit(CreateOrAlterFunctionStatement node) => Refuse(node, "CREATE OR ALTER: drop it if it is there, then create it");

    public override void Visit(CreateOrAlterTriggerStatement node) => Refuse(node, "CREATE OR ALTER: drop it if it is there, then create it");

    public override void Visit(XmlForClause node) => Refuse(node, "FOR XML");

    public override void Visit(XmlDataTypeReference node) => Refuse(node, "the type xml");

    public override void Visit(FullTextPredicate node) => Refuse(node, "full-text search");

    public override void Visit(FullTextTableReference node) => Refuse(node, "full-text search");

    public override void Visit(TemporalClause node) => Refuse(node, "a temporal table");

    public override void Visit(SystemVersioningTableOption node) => Refuse(node, "a temporal table");

    public override void Visit(SetTransactionIsolationLevelStatement node) => Refuse(node, "an isolation level: the database sets it");

    public override void Visit(UpdateSpecification node) => RefuseOutputOfAlias(node, node.FromClause);

    public override void Visit(DeleteSpecification node) => RefuseOutputOfAlias(node, node.FromClause);

    /// <summary>A call on an expression, as <c>x.value('…')</c> is: a method of xml.</summary>
    public override void Visit(FunctionCall node)
    {
        if (node.CallTarget is not null)
        {
            Refuse(node, "a method of a value");
        }
    }

    private void RefuseOutputOfAlias(DataModificationSpecification node, FromClause? from)
    {
        if ((node.OutputClause is not null || node.OutputIntoClause is not null) && from is not null)
        {
            Refuse(node, "OUTPUT with an aliased table");
        }
    }

    private void Refuse(TSqlFragment node, string what) => refused.Add($"{node.StartLine},{node.StartColumn}: {what}");
}
