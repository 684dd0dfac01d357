using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Reports;

/// <summary>
/// Makes the parts of a report one by one. Of a sound log a fault is the program's and goes on its way; of a damaged one the part (or the one thing in it) that cannot be made is left out
/// and named, and the others are made.
/// </summary>
internal sealed class Parts(ReadLog log)
{
    private readonly List<LogProblem> _missing = [];

    public ImmutableArray<LogProblem> Problems => [.. log.Problems, .. _missing];

    public T? One<T>(string part, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception x) when (!log.IsSound && LogFolding.IsOfDamage(x))
        {
            var problem = new LogProblem(LogProblem.NoPart, 0, part);
            if (!_missing.Contains(problem))
                _missing.Add(problem);
            return default;
        }
    }

    public ImmutableArray<TTo> Each<TFrom, TTo>(string part, IEnumerable<TFrom> all, Func<TFrom, TTo> make)
        where TTo : class => [.. all.Select(x => One(part, () => make(x))).OfType<TTo>()];

    public ImmutableArray<T> Some<T>(string part, Func<IEnumerable<T>> make) => One(part, () => make().ToImmutableArray()) is { IsDefault: false } made ? made : [];
}
