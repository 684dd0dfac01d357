namespace HanoiAcademy.Storage.Agencies;

/// <summary>What an account is in an agency; who one is in a drill is another matter.</summary>
public static class AccountRole
{
    public const string Trainee = "trainee";
    /// <summary>Writes scenarios for the agency, and launches nothing.</summary>
    public const string Author = "author";

    public const string Instructor = "instructor";
    public const string Administrator = "administrator";
}
