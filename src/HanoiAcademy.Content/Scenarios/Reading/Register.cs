using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>
/// What a scenario defines and what it names, gathered while binding. References are resolved when all files are read,
/// because the order in which an author writes things down must not matter.
/// </summary>
internal sealed class Register
{
    private readonly Dictionary<(Thing Thing, string Id), YamlFields> _defined = [];
    private readonly List<(Thing Thing, string Id, Position At)> _references = [];
    private readonly Dictionary<object, Position> _parts = new(ReferenceEqualityComparer.Instance);

    public void Define(Thing thing, string id, YamlFields fields)
    {
        if (!_defined.TryAdd((thing, id), fields))
            fields.Wrong("id", "id-twice", $"The {thing.Word()} ‘{id}’ is already defined on line {_defined[(thing, id)].At.Line} of {_defined[(thing, id)].At.File}; give this one another id.");
    }

    public void Refer(Thing thing, string id, Position at) => _references.Add((thing, id, at));

    /// <summary>Remembers where a condition, an effect or an expected act stands; two that say the same stand in two places.</summary>
    public T Part<T>(T part, Position at) where T : class
    {
        if (_parts.Count == MostParts)
            TooMany ??= at;
        _parts[part] = at;
        return part;
    }

    /// <summary>The rules look at all of them again and again, and checks compare them with each other.</summary>
    public const int MostParts = 10_000;

    /// <summary>Each is compared with all names there are, to say which may be meant.</summary>
    private const int MostUnknown = 200;

    /// <summary>Where the first part stands that is one too many.</summary>
    public Position? TooMany { get; private set; }

    public Position? Of(object part) => _parts.GetValueOrDefault(part);

    public bool Has(Thing thing, string id) => _defined.ContainsKey((thing, id));

    /// <summary>Where a key of a thing stands, or where the thing begins.</summary>
    public Position Of(Thing thing, string id, string key = "id") =>
        _defined.TryGetValue((thing, id), out var fields) ? fields.PositionOf(key) : new("scenario.yaml", 1, 1);

    public IEnumerable<string> Ids(Thing thing) => _defined.Keys.Where(k => k.Thing == thing).Select(k => k.Id);

    public void Resolve(ProblemList problems)
    {
        if (TooMany is { } at)
            problems.Add(at, "too-many-parts", $"A scenario may have {MostParts} conditions, effects, expected acts and branches together; split it into two drills.");
        foreach (var (thing, id, place) in _references.Where(r => !Has(r.Thing, r.Id) && HasOwner(r.Thing, r.Id)).Take(MostUnknown))
        {
            var near = Nearest.To(id, Ids(thing));
            problems.Add(place, "unknown-" + WireNames<Thing>.Of(thing), near is null
                ? $"‘{id}’ is no {thing.Word()} of this scenario; define it in {thing.Home()} or correct the name."
                : $"‘{id}’ is no {thing.Word()} of this scenario; ‘{near}’ may be meant.");
        }
    }

    /// <summary>A state of an asset that does not exist is one slip, not two; the asset was reported.</summary>
    private bool HasOwner(Thing thing, string id) => thing switch
    {
        Thing.AssetState => Has(Thing.Asset, id.Split('/')[0]),
        Thing.Field => Has(Thing.Action, id.Split('/')[0]),
        Thing.Option => Has(Thing.Decision, id.Split('/')[0]),
        Thing.Variant => Has(Thing.Inject, id.Split('/')[0]),
        _ => true,
    };
}
