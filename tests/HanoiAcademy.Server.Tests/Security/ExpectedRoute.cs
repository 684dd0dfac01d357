namespace HanoiAcademy.Server.Tests.Security;

/// <summary>How the site meets a viewer at an address.</summary>
public enum Meets
{
    /// <summary>He is let in; what he then gets may still be a refusal of what he sent.</summary>
    Open,

    /// <summary>Led to the sign-in page, or 401.</summary>
    SignIn,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404: for him there is nothing.</summary>
    Hidden,
}

/// <summary>Whom a route lets in: anonymous, then trainee, instructor, administrator of the sample's agency, then of another.</summary>
public sealed record Who(Meets Anonymous, Meets Trainee, Meets Instructor, Meets Administrator, Meets OtherTrainee, Meets OtherInstructor, Meets OtherAdministrator)
{
    /// <summary>An author of the sample's agency: a trainee, where nothing else is said.</summary>
    public Meets Author { get; init; } = Trainee;

    public Meets OtherAuthor { get; init; } = OtherTrainee;

    private const Meets O = Meets.Open, S = Meets.SignIn, F = Meets.Forbidden, H = Meets.Hidden;

    public static Who Everybody { get; } = new(O, O, O, O, O, O, O);

    public static Who Nobody { get; } = new(H, H, H, H, H, H, H);

    public static Who SignedIn { get; } = new(S, O, O, O, O, O, O);

    /// <summary>The page is about the viewer's own agencies, whichever they are.</summary>
    public static Who Instructors { get; } = new(S, F, O, O, F, O, O);

    /// <summary>Who writes scenarios for some agency, and instructors.</summary>
    public static Who Authors { get; } = Instructors with { Author = O, OtherAuthor = O };

    /// <summary>The thing at the address is one that authors of the sample's agency write.</summary>
    public static Who ItsAuthors { get; } = new(S, F, O, O, F, H, H) { Author = O, OtherAuthor = H };

    public static Who AuthorsButNothingThere { get; } = new(S, F, H, H, F, H, H) { Author = H, OtherAuthor = H };

    public static Who Administrators { get; } = new(S, F, F, O, F, F, O);

    /// <summary>Signed in or not, he finds nothing: what is tried does not exist.</summary>
    public static Who SignedInButNothingThere { get; } = new(S, H, H, H, H, H, H);

    /// <summary>A drill of the sample's agency: who does not sit in it and does not instruct there does not learn that it exists.</summary>
    public static Who ItsControl { get; } = new(S, H, O, O, H, H, H);

    /// <summary>The thing at the address belongs to the sample's agency.</summary>
    public static Who ItsInstructors { get; } = new(S, F, O, O, F, H, H);

    public static Who ItsAdministrators { get; } = new(S, F, F, O, F, H, H);
}

/// <param name="Route">Method, template, and for a page's named handler "?handler=Name".</param>
/// <param name="Address">Where to try it; without one, the template as it stands.</param>
/// <param name="Body">What an API call sends.</param>
public sealed record ExpectedRoute(string Route, Who Who, Func<Sample, string>? Address = null, object? Body = null);

/// <summary>What lies at the addresses that are tried.</summary>
/// <param name="AccountId">A trainee of the agency, none of the viewers.</param>
/// <param name="Drill">A drill of the agency in its lobby, launched by none of the viewers, in which none of them sits.</param>
/// <param name="Exercise">An exercise of the agency with one drill, in its lobby.</param>
/// <param name="Contribution">A contribution of the agency, made by none of the viewers.</param>
public sealed record Sample(string AgencySlug, string AccountId, string Drill, string Exercise, string Contribution)
{
    public const string Course = "international-cooperation";
    public const string Lesson = "the-24-7-desk";
    public const string Scenario = "invoice-at-dawn";
}
