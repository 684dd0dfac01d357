using HanoiAcademy.Content.Exchange.Times;
using HanoiAcademy.Content.Exchange.Writing;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>Teams from those who get something, contacts from those who are said to have sent something and are no team.</summary>
internal sealed class MselPeople(DrillDraft draft)
{
    private const int MostContacts = 400;
    private const int LongestSender = 100;
    private readonly Ids _teamIds = new("all", "control", "system");
    private readonly Ids _contactIds = new("all", "control", "system");
    private readonly Dictionary<string, string> _teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _contacts = new(StringComparer.Ordinal);
    private HashSet<string> _alone = [];

    /// <summary>Names that stand by themselves in some cell tell which slashes join two teams.</summary>
    public void Learn(IEnumerable<string> cells) => _alone = [.. cells.Select(cell => PeopleWords.Split(cell).ToList()).SelectMany(names => names).Select(Fold.Words)];

    public IEnumerable<string> Names(string cell) => PeopleWords.Split(cell).SelectMany(name => PeopleWords.Apart(name, _alone));

    /// <summary>Ids of the teams of a cell; <c>all</c> alone where it says everybody.</summary>
    public IReadOnlyList<string> To(string cell)
    {
        var names = Names(cell).ToList();
        if (names.Any(PeopleWords.IsAll))
            return ["all"];
        return [.. names.Select(Team).Distinct(StringComparer.Ordinal)];
    }

    public string Team(string name)
    {
        var key = Fold.Words(name);
        if (_teams.TryGetValue(key, out var known))
            return known;
        var id = _teamIds.Give(name, "team");
        draft.Teams.Add(new(id, YamlText.OneLine(name), PeopleWords.IsControl(name) ? "control" : null));
        return _teams[key] = id;
    }

    /// <summary>A team that the file lists, under its name and its short name.</summary>
    public string TeamOf(string name, string shortName)
    {
        var id = Known(shortName) ?? Team(name);
        foreach (var key in (string[])[Fold.Words(name), Fold.Words(shortName)])
            if (key.Length > 0)
                _teams.TryAdd(key, id);
        return id;
    }

    /// <summary>A team that plays no part but control's.</summary>
    public void ControlTeam(string name)
    {
        var id = Team(name);
        var at = draft.Teams.FindIndex(team => team.Id == id);
        draft.Teams[at] = draft.Teams[at] with { Side = "control" };
    }

    public string? Known(string name) => _teams.GetValueOrDefault(Fold.Words(name));

    /// <summary>A contact whom players can answer, or just a name: a team, control itself, or a text too long for a name.</summary>
    public (string? Contact, string Text) From(string cell)
    {
        var name = YamlText.OneLine(cell);
        if (name.Length == 0 || PeopleWords.IsNobody(name))
            return (null, "");
        if (Known(name) is not null || PeopleWords.IsControl(name) || PeopleWords.IsAll(name) || name.Length > LongestSender || draft.Contacts.Count >= MostContacts)
            return (null, name.Length > LongestSender ? name[..LongestSender] : name);
        var key = Fold.Words(name);
        if (!_contacts.TryGetValue(key, out var id))
        {
            // Of an address the part before the @ names it.
            id = _contactIds.Give(name.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? name[..at] : name, "contact");
            draft.Contacts.Add(new(id, name));
            _contacts[key] = id;
        }

        return (id, "");
    }
}
