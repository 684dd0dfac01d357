using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>One simulated seat of a drill that goes forward: what lies before it, remembered until a part of the state that it looks at has changed.</summary>
internal sealed class Player(Scenario scenario, PlayBook book, SeatPlan plan, Strategy? strategy)
{
    private const int MostActs = 3;
    private readonly List<(string Key, FeedItem Item, SimulatedTask Task)> _unread = [];
    private readonly List<(Expected Expected, long ReadAt)> _known = [];
    private int _fed;
    private int _reads;
    private bool _conditional;
    private Look? _look;
    private ImmutableArray<(long At, SimulatedTask Task)> _acts = [];
    private object? _read;
    private Papers? _papersOf;
    private ImmutableSortedDictionary<string, ViewRecord> _papers = Nothing;
    private readonly SortedDictionary<string, (RequestState Request, object Holds, int Phase, RequestView? Paper)> _paperOf = new(StringComparer.Ordinal);
    private (object? Known, object? Evidence, object? Gone) _worldOf;
    private ImmutableSortedDictionary<string, ViewRecord> _world = Nothing;

    /// <summary>The register and the contacts: they never change.</summary>
    private ImmutableSortedDictionary<string, ViewRecord>? _directory;
    private (Papers? Papers, int Reads) _requestsOf;
    private ImmutableArray<SimulatedTask> _requests = [];

    private static ImmutableSortedDictionary<string, ViewRecord> Nothing => ImmutableSortedDictionary.Create<string, ViewRecord>(StringComparer.Ordinal);

    public string Seat => plan.Seat;

    /// <summary>How many things lay before him at the last look.</summary>
    public int Load { get; private set; }

    /// <summary>The most pressing acts and when he is ready for them, which may lie before now. Holders: a number for who now holds the seats.</summary>
    public ImmutableArray<(long At, SimulatedTask Task)> Acts(DrillState state, int holders)
    {
        Notice(state);
        var look = new Look(state, plan.Seat, _reads, holders, _conditional ? state : null);
        if (look == _look)
            return _acts;
        _look = look;
        _known.RemoveAll(k => Simulation.Tasks.IsSettled(state, plan, k.Expected.Act));
        _conditional = strategy is not null || plan.Steps.Any(s => state.Steps.GetValueOrDefault(s.Id)?.Open == true) || _known.Any(k => k.Expected.IsConditional && (k.Expected.Act is not ExpectAction a || state.Actions.GetValueOrDefault(a.Action)?.EverDone != true));
        return _acts = Choose(state, [.. Tasks(state, holders)]);
    }

    private ImmutableArray<(long, SimulatedTask)> Choose(DrillState state, List<SimulatedTask> tasks)
    {
        Load = tasks.Count;
        if (tasks.Count == 0)
            return [];
        // He is free since his last act or since there is something to do, and takes the most pressing of what then lay before him.
        var freeAt = Math.Max(state.Seats[plan.Seat].LastActAt, tasks.Min(t => t.Since));
        return [.. tasks.Where(t => t.Since <= freeAt).OrderBy(t => t.Order).ThenBy(t => t.Since).Take(MostActs).Select(t => (freeAt + t.Takes, t))];
    }

    private IEnumerable<SimulatedTask> Tasks(DrillState state, int holders)
    {
        // An attack goes on however its other side is played.
        if (!plan.Steps.IsEmpty && Leads(state))
            return _unread.Select(u => u.Task).Concat(StepTasks.Of(state, scenario, plan)).Concat(strategy is null ? Simulation.Tasks.Expected(state, scenario, plan, _known) : []);
        if (strategy is not null)
            return Leads(state) ? strategy.Tasks(state, scenario, plan, [.. _unread.Select(u => u.Item)], PapersOf(state, holders)) : [];
        var reading = _unread.Select(u => u.Task);
        // With a person in the same role, or another simulated player before him, he only reads along.
        return Leads(state)
            ? reading.Concat(Simulation.Tasks.Expected(state, scenario, plan, _known)).Concat(Requests(state, holders))
            : reading;
    }

    private ImmutableArray<SimulatedTask> Requests(DrillState state, int holders)
    {
        if (!plan.HasPapers)
            return [];
        var view = PapersOf(state, holders);
        if (_requestsOf != (_papersOf, _reads))
            (_requestsOf, _requests) = ((_papersOf, _reads), [.. RequestTasks.Of(state, scenario, plan, view)]);
        return _requests;
    }

    /// <summary>What came into his feed and what he has read since the last look.</summary>
    private void Notice(DrillState state)
    {
        for (; _fed < state.Feed.Count; _fed++)
            if (state.Feed[_fed] is var item && (item.Inject ?? item.Corrects) is not null && FeedViews.Sees(state, scenario, item, new Actor(plan.Seat)))
                _unread.Add((plan.Seat + " " + item.Id, item, Simulation.Tasks.Reading(state, scenario, book, plan.Seat, item)));
        if (_read == state.Read)
            return;
        _read = state.Read;
        for (var i = 0; i < _unread.Count; i++)
            if (state.Read.TryGetValue(_unread[i].Key, out var at))
            {
                if (_unread[i].Item.Inject is { } inject)
                    Learn(state, inject, at);
                _unread.RemoveAt(i--);
                _reads++;
            }
    }

    /// <summary>What an inject he has read expects of him, and whether he will do it.</summary>
    private void Learn(DrillState state, string id, long at)
    {
        if (InjectBook.FindOrNull(state, scenario, id) is not { } inject)
            return;
        var n = 0;
        foreach (var act in InjectBook.Expected(inject, state.Injects.GetValueOrDefault(id)).Select(e => e.Act))
        {
            var expected = new Expected(id, Expected.KeyOf(id, n++), act, PlayBook.Waits(scenario, act));
            if (act.By == plan.TeamRole && Skill.Does(state, plan.Seat, expected.Key))
                _known.Add((expected, at));
        }
    }

    /// <summary>Requests, and what of the world one can name in them: a part of his role's view.</summary>
    private ImmutableSortedDictionary<string, ViewRecord> PapersOf(DrillState state, int holders)
    {
        var papers = new Papers(state, holders);
        if (papers == _papersOf)
            return _papers;
        _papersOf = papers;
        if (_worldOf != (state.Known, state.Evidence, state.FoundGone))
            (_worldOf, _world) = ((state.Known, state.Evidence, state.FoundGone), World(state));
        var view = _world.ToBuilder();
        foreach (var request in state.Requests.Values)
            if (PaperOf(state, request) is { } paper)
                view["request:" + request.Id] = paper;
        return _papers = view.ToImmutable();
    }

    private RequestView? PaperOf(DrillState state, RequestState request)
    {
        if (_paperOf.TryGetValue(request.Id, out var kept) && ReferenceEquals(kept.Request, request) && ReferenceEquals(kept.Holds, state.Holds) && kept.Phase == state.Phase)
            return kept.Paper;
        var paper = RequestViews.Paper(state, scenario, plan.Sight, request);
        _paperOf[request.Id] = (request, state.Holds, state.Phase, paper);
        return paper;
    }

    private ImmutableSortedDictionary<string, ViewRecord> World(DrillState state)
    {
        _directory ??= Nothing.AddRange(RequestViews.Register(scenario, plan.Sight).Concat(WorldViews.Contacts(scenario, plan.Sight)).Select(x => KeyValuePair.Create(x.Item1, x.Item2)));
        var view = _directory.ToBuilder();
        foreach (var (key, record) in RequestViews.Properties(state, scenario, plan.Sight))
            view[key] = record;
        foreach (var data in scenario.DataSets)
            if (WorldViews.Data(state, scenario, plan.Sight, data) is { } record)
                view["data:" + data.Id] = record;
        foreach (var item in scenario.Evidence)
            if (WorldViews.Evidence(state, scenario, plan.Sight, item) is { } record)
                view["evidence:" + item.Id] = record;
        return view.ToImmutable();
    }

    private bool Leads(DrillState state)
    {
        var first = plan.OfRole.FirstOrDefault(s => state.Seats[s].Holder == "simulated");
        return first == plan.Seat && plan.OfRole.All(s => state.Seats[s].Holder != "person");
    }

    /// <summary>
    /// The parts of a state that decide what he does; equal when they are the very same objects, for a part that changed is a new object.
    /// Whole: the state itself while an action that waits for a condition lies before him, since time alone may bring that about.
    /// </summary>
    private sealed record Look(int Feed, object Actions, object Decisions, object Evidence, object Identified, object Gone, object Courts, object Known, object Requests, object Holds, object Lost, object Steps, object Plans, int Phase, SeatState Own, int Reads, int Holders, DrillState? Whole)
    {
        public Look(DrillState s, string seat, int reads, int holders, DrillState? whole)
            : this(s.Feed.Count, s.Actions, s.Decisions, s.Evidence, s.Identified, s.FoundGone, s.Courts, s.Known, s.Requests, s.Holds, s.LostData, s.Steps, s.Plans, s.Phase, s.Seats[seat], reads, holders, whole)
        {
        }
    }

    private sealed record Papers(object Requests, object Known, object Evidence, object Gone, object Holds, object Lost, int Phase, int Holders)
    {
        public Papers(DrillState s, int holders)
            : this(s.Requests, s.Known, s.Evidence, s.FoundGone, s.Holds, s.LostData, s.Phase, holders)
        {
        }
    }
}
