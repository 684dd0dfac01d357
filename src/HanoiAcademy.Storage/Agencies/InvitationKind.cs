namespace HanoiAcademy.Storage.Agencies;

public static class InvitationKind
{
    public const string Join = "join";
    public const string FirstAdministrator = "first-administrator";
    public const string Reset = "reset";
}
