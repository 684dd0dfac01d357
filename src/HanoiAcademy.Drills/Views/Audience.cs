namespace HanoiAcademy.Drills.Views;

/// <summary>
/// Who shares one view. Kind "role": all seats of a team.role (Id "team.role"); "seat": what is addressed to one seat and its read marks
/// (Id "team.role.1" or a control seat); "control"; "local": controllers of one team (Id); "observer". Each in a language.
/// </summary>
public sealed record Audience(string Kind, string Id, string Language)
{
    public static Audience Control(string language) => new("control", "", language);

    public static Audience OfLocal(string team, string language) => new("local", team, language);

    public static Audience OfRole(string teamRole, string language) => new("role", teamRole, language);

    public static Audience OfSeat(string seat, string language) => new("seat", seat, language);

    public override string ToString() => $"{Kind}:{Id}@{Language}";
}
