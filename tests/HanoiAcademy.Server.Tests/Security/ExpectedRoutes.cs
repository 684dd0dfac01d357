namespace HanoiAcademy.Server.Tests.Security;

/// <summary>Every route of the site and whom it lets in. A feature adds its list here; a route in none of them fails the test.</summary>
internal static class ExpectedRoutes
{
    public static IEnumerable<ExpectedRoute> All => [.. Site, .. Accounts];

    private static ExpectedRoute[] Site =>
    [
        new("GET /", Who.Everybody),
        new("GET /error/{status:int}", Who.Nobody, _ => "/error/404"),
        new("POST /error/{status:int}", Who.Nobody, _ => "/error/404"),
        new("GET /healthz", Who.Everybody),
        new("GET /readyz", Who.Everybody),
        new("GET /i18n/{language}/client.json", Who.Everybody, _ => "/i18n/qps/client.json"),
        new("GET /openapi/{documentName}.json", Who.Everybody, _ => "/openapi/v1.json"),
        new("GET /api/v1/session", Who.Everybody),
        new("GET {*path}", Who.Nobody, _ => "/nothing/is/here"),
    ];

    private static ExpectedRoute[] Accounts =>
    [
        new("GET /account/sign-in", Who.Everybody),
        new("POST /account/sign-in", Who.Everybody),
        new("GET /account/sign-in/code", Who.Everybody),
        new("POST /account/sign-in/code", Who.Everybody),
        new("GET /account/register", Who.Nobody),
        new("POST /account/register", Who.Nobody),
        new("GET /account/link/{token}", Who.Nobody, _ => "/account/link/made-up"),
        new("POST /account/link/{token}?handler=Make", Who.Nobody, _ => "/account/link/made-up?handler=Make"),
        new("POST /account/link/{token}?handler=Join", Who.Nobody, _ => "/account/link/made-up?handler=Join"),
        new("POST /account/link/{token}?handler=Reset", Who.Nobody, _ => "/account/link/made-up?handler=Reset"),
        new("GET /account", Who.SignedIn),
        new("GET /account/password", Who.SignedIn),
        new("POST /account/password", Who.SignedIn),
        new("GET /account/two-factor", Who.SignedIn),
        new("POST /account/two-factor?handler=On", Who.SignedIn),
        new("POST /account/two-factor?handler=Off", Who.SignedIn),
        new("GET /account/tokens", Who.SignedIn),
        new("POST /account/tokens?handler=Make", Who.SignedIn),
        new("POST /account/tokens?handler=Revoke", Who.SignedIn with
        {
            // One's own token or none: nobody has the token that is tried.
            Trainee = Meets.Hidden, Instructor = Meets.Hidden, Administrator = Meets.Hidden,
            OtherTrainee = Meets.Hidden, OtherInstructor = Meets.Hidden, OtherAdministrator = Meets.Hidden,
        }, _ => "/account/tokens?handler=Revoke&id=made-up"),
        new("GET /account/sign-out", Who.SignedIn),
        new("POST /account/sign-out", Who.SignedIn),

        new("GET /admin", Who.Instructors),
        new("POST /admin", Who.Administrators),
        new("GET /admin/agencies/{agency}/accounts", Who.ItsInstructors, at => $"/admin/agencies/{at.AgencySlug}/accounts"),
        new("GET /admin/agencies/{agency}/accounts/import", Who.ItsInstructors, at => $"/admin/agencies/{at.AgencySlug}/accounts/import"),
        new("POST /admin/agencies/{agency}/accounts/import", Who.ItsInstructors, at => $"/admin/agencies/{at.AgencySlug}/accounts/import"),
        new("GET /admin/agencies/{agency}/invitations", Who.ItsInstructors, at => $"/admin/agencies/{at.AgencySlug}/invitations"),
        new("POST /admin/agencies/{agency}/invitations?handler=Make", Who.ItsInstructors, at => $"/admin/agencies/{at.AgencySlug}/invitations?handler=Make&role=instructor"),
        new("POST /admin/agencies/{agency}/invitations?handler=Revoke", Who.ItsInstructors with { Instructor = Meets.Hidden, Administrator = Meets.Hidden },
            at => $"/admin/agencies/{at.AgencySlug}/invitations?handler=Revoke&hash=made-up"),
        new("GET /admin/agencies/{agency}/accounts/{id}", Who.ItsInstructors, One),
        new("POST /admin/agencies/{agency}/accounts/{id}?handler=Grant", Who.ItsAdministrators, at => One(at) + "?handler=Grant&role=instructor"),
        new("POST /admin/agencies/{agency}/accounts/{id}?handler=Withdraw", Who.ItsAdministrators, at => One(at) + "?handler=Withdraw&role=instructor"),
        new("POST /admin/agencies/{agency}/accounts/{id}?handler=Reset", Who.ItsInstructors, at => One(at) + "?handler=Reset"),
        new("POST /admin/agencies/{agency}/accounts/{id}?handler=TwoFactorOff", Who.ItsInstructors, at => One(at) + "?handler=TwoFactorOff"),
        new("POST /admin/agencies/{agency}/accounts/{id}?handler=Switch", Who.ItsInstructors, at => One(at) + "?handler=Switch"),
    ];

    private static string One(Sample at) => $"/admin/agencies/{at.AgencySlug}/accounts/{at.AccountId}";
}
