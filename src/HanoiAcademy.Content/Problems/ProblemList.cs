using System.Collections;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Problems;

/// <summary>
/// Gathers what is wrong, so that an author sees everything at once instead of one thing per attempt. It stops
/// keeping at <see cref="Most"/>: a file of garbage must not become a page of garbage.
/// </summary>
public sealed class ProblemList : IReadOnlyList<Problem>
{
    public const int Most = 500;

    /// <summary>Of these, so many warnings: what must be mended is not crowded out by what should be.</summary>
    public const int MostWarnings = 250;
    private readonly List<Problem> _problems = [];
    private int _warnings;

    public int Count => _problems.Count;
    public bool HasErrors { get; private set; }
    public Problem this[int index] => _problems[index];

    public void Add(Problem problem)
    {
        HasErrors |= problem.Severity == Severity.Error;
        if (problem.Severity == Severity.Warning && ++_warnings > MostWarnings)
        {
            if (_warnings == MostWarnings + 1)
                _problems.Add(new(problem.File, problem.Line, problem.Column, "too-many-problems", $"There are more than {MostWarnings} warnings; mend these first and check again.", Severity.Warning));
            return;
        }

        if (_problems.Count < Most)
            _problems.Add(problem);
        else if (_problems.Count == Most)
            _problems.Add(new(problem.File, problem.Line, problem.Column, "too-many-problems",
                $"There are more than {Most} problems; mend these first and check again.", problem.Severity));
    }

    public void Add(Position at, string code, string message, Severity severity = Severity.Error) =>
        Add(new Problem(at.File, at.Line, at.Column, code, message, severity));

    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            Add(problem);
    }

    /// <summary>By file, then by place, so that the same content always gives the same text.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. _problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).ThenBy(p => p.Code, StringComparer.Ordinal)];

    public IEnumerator<Problem> GetEnumerator() => _problems.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
