using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Times;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>Names of teams in a cell, and the words that are none: everybody, and those who run the drill.</summary>
internal static partial class PeopleWords
{
    private static readonly HashSet<string> Everybody = new(StringComparer.Ordinal)
    {
        "all", "everyone", "everybody", "all players", "all teams", "all participants", "whole exercise", "tous", "toutes", "tout le monde", "tous les joueurs", "toutes les equipes", "todos", "todas", "todos los equipos",
        "todos los jugadores", "todas as equipes", "todos os jogadores", "alle", "alle teams", "alle gruppen", "tat ca", "tat ca cac doi", "tat ca nguoi choi", "toan bo", "الكل", "الجميع", "جميع الفرق", "все", "всем", "все команды", "всем командам", "全体", "所有", "全部", "所有队伍", "所有人", "semua", "semua tim",
    };

    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal) { "", "n a", "na", "none", "tbd", "tbc", "aucun", "ninguno", "nenhum", "keine", "khong", "нет", "无" };

    private static readonly HashSet<string> Control = new(StringComparer.Ordinal)
    {
        "excon", "exercise control", "control", "white cell", "white team", "simcell", "simulation cell", "controllers", "controller", "animation", "cellule d animation", "dircon", "ban dao dien", "ban dieu hanh", "control del ejercicio", "ubungsleitung", "导调组",
    };

    public static bool IsAll(string name) => Everybody.Contains(Fold.Words(name));

    public static bool IsNobody(string name) => Fold.Words(name) is var words && (Nobody.Contains(words) || words.Length == 0);

    public static bool IsControl(string name) => Control.Contains(Fold.Words(name));

    /// <summary>On commas, semicolons and line breaks. On slashes and ‘and’ only what <see cref="Apart"/> knows to be names of their own.</summary>
    public static IEnumerable<string> Split(string cell) =>
        Between.Split(cell).Select(name => name.Trim(' ', '-', '•', '*', '.', '"', '[', ']', '(', ')')).Where(name => name.Length is > 0 and <= 120 && !IsNobody(name)).Take(60);

    /// <summary>‘CERT / Bank’ is two teams if one of them stands alone elsewhere; ‘TCP/IP office’ is one.</summary>
    public static IEnumerable<string> Apart(string name, IReadOnlySet<string> alone)
    {
        var parts = Joints.Split(name).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        return parts.Count > 1 && parts.Any(part => alone.Contains(Fold.Words(part)) || IsAll(part)) ? parts : [name];
    }

    [GeneratedRegex(@"[,;\n،、；，|]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between { get; }

    [GeneratedRegex(@"\s*[/+&]\s*|\s+(?:and|et|und|y|e|và|и|و|dan)\s+|和|与", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Joints { get; }
}
