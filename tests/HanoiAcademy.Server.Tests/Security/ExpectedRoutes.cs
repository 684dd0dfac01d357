namespace HanoiAcademy.Server.Tests.Security;

/// <summary>Every route of the site and whom it lets in. A feature adds its list here; a route in none of them fails the test.</summary>
internal static class ExpectedRoutes
{
    public static IEnumerable<ExpectedRoute> All => [.. Site, .. Accounts, .. Courses, .. Drills, .. Exercises, .. Contributions, .. People];

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
        new("POST /account/tokens?handler=Revoke", Who.SignedInButNothingThere, _ => "/account/tokens?handler=Revoke&id=made-up"),
        new("GET /account/sign-out", Who.Everybody),
        new("POST /account/sign-out", Who.Everybody),

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

    private static ExpectedRoute[] Courses =>
    [
        new("GET /courses", Who.Everybody),
        new("GET /courses/{course}", Who.Everybody, _ => $"/courses/{Sample.Course}"),
        new("GET /courses/{course}/{lesson}", Who.Everybody, _ => Lesson),
        new("GET /courses/{course}/files/{**path}", Who.Nobody, _ => $"/courses/{Sample.Course}/files/course.yaml"),
        new("POST /courses/{course}/{lesson}?handler=Answer", Who.Everybody, _ => Lesson + "?handler=Answer&question=desk-q1"),
        new("POST /courses/{course}/{lesson}?handler=Keep", Who.SignedIn, _ => Lesson + "?handler=Keep"),
        new("POST /courses/{course}/{lesson}?handler=Done", Who.SignedIn, _ => Lesson + "?handler=Done"),
        new("GET /api/v1/courses/", Who.Everybody),
        new("GET /api/v1/courses/{course}/lessons/{lesson}/questions", Who.Everybody, _ => Questions),
        new("POST /api/v1/courses/{course}/lessons/{lesson}/questions/{question}/answers", Who.Everybody, _ => Questions + "/desk-q1/answers", new { }),
        new("GET /articles", Who.Everybody),
        new("GET /articles/status", Who.Everybody),
        new("GET /articles/{number:int}", Who.Everybody, _ => "/articles/42"),
        new("GET /admin/problems", Who.Administrators),
    ];

    private static ExpectedRoute[] Drills =>
    [
        new("GET /scenarios", Who.Everybody),
        new("GET /scenarios/{scenario}", Who.Everybody, _ => Scenario),
        new("GET /scenarios/{scenario}/play", Who.SignedIn, _ => Scenario + "/play"),
        new("POST /scenarios/{scenario}/play", Who.SignedIn, _ => Scenario + "/play"),
        new("GET /scenarios/{scenario}/manual", Who.Instructors, _ => Scenario + "/manual"),
        new("GET /scenarios/{scenario}/closing", Who.Instructors, _ => Scenario + "/closing"),
        new("POST /scenarios/{scenario}/closing?handler=Close", Who.ItsInstructors, at => $"{Scenario}/closing?handler=Close&agency={at.AgencySlug}&until=never"),
        new("POST /scenarios/{scenario}/closing?handler=Open", Who.ItsInstructors, at => $"{Scenario}/closing?handler=Open&agency={at.AgencySlug}"),
        new("PUT /api/v1/scenarios/{scenario}/closing/", Who.Instructors, _ => $"/api/v1{Scenario}/closing", new { untilDrill = "made-up" }),
        new("DELETE /api/v1/scenarios/{scenario}/closing/", Who.Instructors, _ => $"/api/v1{Scenario}/closing"),
        new("POST /api/v1/drills/alone", Who.SignedIn, Body: new { scenario = "no-such-scenario", role = "bank.fraud" }),
        new("GET /join", Who.Everybody),
        new("POST /join", Who.Everybody),
        new("GET /drills", Who.SignedIn),
        new("GET /drills/launch", Who.Instructors),
        new("POST /drills/launch", Who.Instructors),
        new("GET /drills/{id}", Who.ItsControl, at => $"/drills/{at.Drill}"),
        new("POST /drills/{id}?handler=Leave", Who.SignedInButNothingThere, at => $"/drills/{at.Drill}?handler=Leave"),
        new("POST /drills/{id}?handler=End", Who.SignedInButNothingThere, at => $"/drills/{at.Drill}?handler=End"),
        new("POST /drills/{id}/control?handler=Simulate", Who.ItsControl, at => $"/drills/{at.Drill}/control?handler=Simulate&seat=company.it.1&skill=good"),
        new("POST /drills/{id}/control?handler=SendAway", Who.ItsControl, at => $"/drills/{at.Drill}/control?handler=SendAway&seat=company.it.1"),
        new("POST /api/v1/drills/{id}/seats/{seat}/simulated", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/seats/company.it.1/simulated", new { skill = "good" }),
        new("GET /drills/{id}/hot-wash", Who.ItsControl, at => $"/drills/{at.Drill}/hot-wash"),
        new("GET /drills/{id}/control", Who.ItsControl, at => $"/drills/{at.Drill}/control"),
        new("POST /drills/{id}/control?handler=Free", Who.ItsControl, at => $"/drills/{at.Drill}/control?handler=Free&seat=company.it.1"),
        new("GET /drills/{id}/look/{seat}", Who.ItsControl, at => $"/drills/{at.Drill}/look/company.it.1"),
        new("GET /drills/{id}/controllers", Who.ItsControl, at => $"/drills/{at.Drill}/controllers"),
        new("POST /drills/{id}/controllers?handler=Appoint", Who.ItsControl, at => $"/drills/{at.Drill}/controllers?handler=Appoint"),
        new("POST /drills/{id}/controllers?handler=Dismiss", Who.SignedInButNothingThere, at => $"/drills/{at.Drill}/controllers?handler=Dismiss&account=made-up"),
        new("POST /drills/{id}/controllers?handler=Invite", Who.ItsControl, at => $"/drills/{at.Drill}/controllers?handler=Invite"),
        new("GET /drills/{id}/control-invitation", Who.SignedInButNothingThere, at => $"/drills/{at.Drill}/control-invitation?word=made-up"),
        new("POST /drills/{id}/control-invitation", Who.SignedInButNothingThere, at => $"/drills/{at.Drill}/control-invitation?word=made-up"),
        new("POST /drills/{id}/report?handler=Fork", Who.ItsControl, at => $"/drills/{at.Drill}/report?handler=Fork"),
        new("GET /drills/{id}/report", Who.ItsControl, at => $"/drills/{at.Drill}/report"),
        new("GET /drills/{id}/replay", Who.ItsControl, at => $"/drills/{at.Drill}/replay"),
        new("GET /api/v1/drills/{id}/replay/", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/replay"),
        new("GET /api/v1/drills/{id}/replay/parts/{n:int}", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/replay/parts/0"),
        new("POST /api/v1/drills/{id}/replay/fork", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/replay/fork", new { at = 0 }),
        new("GET /api/v1/drills/{id}/replay/marks", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/replay/marks"),
        new("GET /api/v1/drills/{id}/replay/evidence/{evidence}", Who.SignedInButNothingThere, at => $"/api/v1/drills/{at.Drill}/replay/evidence/none"),
        new("GET /api/v1/scenarios", Who.Everybody),
        new("GET /api/v1/drills/", Who.SignedIn),
        new("POST /api/v1/drills/", Who.Instructors, Body: new { scenario = "no-such-scenario" }),
        new("POST /api/v1/drills/join", Who.Nobody, Body: new { code = "NO-DRILL-HAS-IT" }),
        new("POST /api/v1/drills/{id}/fork", Who.ItsInstructors, at => $"/api/v1/drills/{at.Drill}/fork", new { at = 0 }),
        new("GET /api/v1/drills/{id}", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}"),
        new("GET /api/v1/drills/{id}/seats", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/seats"),
        new("DELETE /api/v1/drills/{id}/seats/{seat}", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/seats/company.it.1"),
        new("GET /api/v1/drills/{id}/people", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/people"),
        new("GET /api/v1/drills/{id}/view", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/view"),
        new("POST /api/v1/drills/{id}/commands", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/commands", new { command = new { } }),
        new("DELETE /api/v1/drills/{id}/commands/{commandId}", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/commands/made-up"),
        new("GET /api/v1/drills/{id}/report", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/report"),
        new("GET /api/v1/drills/{id}/evidence/{evidence}", Who.SignedInButNothingThere, at => $"/api/v1/drills/{at.Drill}/evidence/made-up"),
        new("GET /hubs/drill", Who.SignedIn),
        new("GET /hubs/drill/negotiate", Who.SignedIn),
    ];

    private static ExpectedRoute[] Exercises =>
    [
        new("GET /exercises", Who.Instructors),
        new("POST /exercises", Who.Instructors),
        new("GET /exercises/{id}", Who.ItsInstructors, at => $"/exercises/{at.Exercise}"),
        new("POST /exercises/{id}?handler=Act", Who.ItsInstructors, at => $"/exercises/{at.Exercise}?handler=Act&act=pause"),
        new("GET /api/v1/exercises/", Who.Instructors),
        new("POST /api/v1/exercises/", Who.Instructors, Body: new { scenario = "no-such-scenario" }),
        new("GET /api/v1/exercises/{id}", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}"),
        new("POST /api/v1/exercises/{id}/acts", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}/acts", new { act = "pause" }),
        new("POST /exercises/{id}?handler=Preview", Who.ItsInstructors, at => $"/exercises/{at.Exercise}?handler=Preview"),
        new("POST /exercises/{id}?handler=Broadcast", Who.ItsInstructors, at => $"/exercises/{at.Exercise}?handler=Broadcast"),
        new("POST /exercises/{id}?handler=Appoint", Who.ItsInstructors, at => $"/exercises/{at.Exercise}?handler=Appoint"),
        new("POST /exercises/{id}?handler=Dismiss", Who.ItsInstructors with { Instructor = Meets.Hidden, Administrator = Meets.Hidden }, at => $"/exercises/{at.Exercise}?handler=Dismiss&drill=made-up"),
        new("GET /api/v1/exercises/{id}/controllers", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}/controllers"),
        new("POST /api/v1/exercises/{id}/controllers", Who.ItsInstructors with { Instructor = Meets.Hidden, Administrator = Meets.Hidden }, at => $"/api/v1/exercises/{at.Exercise}/controllers", new { drill = "made-up" }),
        new("DELETE /api/v1/exercises/{id}/controllers/{drill}/{account}", Who.ItsInstructors with { Instructor = Meets.Hidden, Administrator = Meets.Hidden }, at => $"/api/v1/exercises/{at.Exercise}/controllers/made-up/made-up"),
        new("GET /exercises/{id}/roll", Who.ItsInstructors, at => $"/exercises/{at.Exercise}/roll"),
        new("POST /exercises/{id}/roll?handler=Call", Who.ItsInstructors, at => $"/exercises/{at.Exercise}/roll?handler=Call"),
        new("GET /exercises/{id}/comparison", Who.ItsInstructors, at => $"/exercises/{at.Exercise}/comparison"),
        new("GET /api/v1/exercises/{id}/wall", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}/wall"),
        new("GET /api/v1/exercises/{id}/roll", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}/roll"),
        new("GET /api/v1/exercises/{id}/broadcasts", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}/broadcasts"),
        new("POST /api/v1/exercises/{id}/broadcasts", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}/broadcasts", new { subject = "" }),
        new("GET /api/v1/exercises/{id}/comparison", Who.ItsInstructors, at => $"/api/v1/exercises/{at.Exercise}/comparison"),
        new("GET /drills/{id}/pack", Who.ItsControl, at => $"/drills/{at.Drill}/pack"),
        new("GET /drills/{id}/typed-in", Who.ItsControl, at => $"/drills/{at.Drill}/typed-in"),
        new("POST /drills/{id}/typed-in", Who.ItsControl, at => $"/drills/{at.Drill}/typed-in"),
        // The sample's drill is of no exercise.
        new("GET /drills/{id}/comparison", Who.SignedInButNothingThere, at => $"/drills/{at.Drill}/comparison"),
        new("GET /api/v1/drills/{id}/comparison", Who.SignedInButNothingThere, at => $"/api/v1/drills/{at.Drill}/comparison"),
    ];

    private static ExpectedRoute[] Contributions =>
    [
        new("GET /contributions", Who.Authors),
        new("GET /contributions/upload", Who.Authors),
        new("POST /contributions/upload", Who.Authors),
        new("GET /contributions/templates", Who.Authors),
        new("POST /contributions/templates?handler=Rename", Who.AuthorsButNothingThere, _ => "/contributions/templates?handler=Rename"),
        new("POST /contributions/templates?handler=Delete", Who.AuthorsButNothingThere, _ => "/contributions/templates?handler=Delete"),
        new("GET /contributions/uploads/{upload}", Who.AuthorsButNothingThere, _ => "/contributions/uploads/made-up"),
        new("POST /contributions/uploads/{upload}?handler=Look", Who.AuthorsButNothingThere, _ => "/contributions/uploads/made-up?handler=Look"),
        new("POST /contributions/uploads/{upload}?handler=Keep", Who.AuthorsButNothingThere, _ => "/contributions/uploads/made-up?handler=Keep"),
        new("POST /contributions/uploads/{upload}?handler=Template", Who.AuthorsButNothingThere, _ => "/contributions/uploads/made-up?handler=Template"),
        new("POST /contributions/uploads/{upload}?handler=SaveTemplate", Who.AuthorsButNothingThere, _ => "/contributions/uploads/made-up?handler=SaveTemplate"),
        new("POST /contributions/uploads/{upload}?handler=Forget", Who.AuthorsButNothingThere, _ => "/contributions/uploads/made-up?handler=Forget"),
        new("GET /contributions/{id}", Who.ItsAuthors, Contribution),
        new("GET /contributions/{id}/versions/{number:int}", Who.ItsAuthors, at => Contribution(at) + "/versions/1"),
        new("GET /contributions/{id}/manual", Who.ItsAuthors, at => Contribution(at) + "/manual"),
        new("POST /contributions/{id}?handler=Rehearse", Who.ItsAuthors, at => Contribution(at) + "?handler=Rehearse"),
        new("POST /contributions/{id}?handler=Rename", Who.ItsAuthors, at => Contribution(at) + "?handler=Rename"),
        new("POST /contributions/{id}?handler=Restore", Who.AuthorsButNothingThere, at => Contribution(at) + "?handler=Restore&number=7&seen=8"),
        new("GET /contributions/{id}/upload", Who.ItsAuthors, at => Contribution(at) + "/upload"),
        new("POST /contributions/{id}/upload", Who.ItsAuthors, at => Contribution(at) + "/upload"),
        new("GET /contributions/{id}/delete", Who.ItsAuthors, at => Contribution(at) + "/delete"),
        new("POST /contributions/{id}/delete", Who.ItsAuthors, at => Contribution(at) + "/delete"),
        new("GET /contributions/{id}/files/folder.zip", Who.ItsAuthors, at => Contribution(at) + "/files/folder.zip"),
        new("GET /contributions/{id}/files/rehearsal.html", Who.AuthorsButNothingThere, at => Contribution(at) + "/files/rehearsal.html?version=9"),
        new("GET /contributions/{id}/files/workbook.{language}.xlsx", Who.ItsAuthors, at => Contribution(at) + "/files/workbook.vi.xlsx"),
        new("GET /contributions/{id}/files/msel.{language}.xlsx", Who.ItsAuthors, at => Contribution(at) + "/files/msel.en.xlsx"),
        new("GET /contributions/workbook.{language}.xlsx", Who.Authors, _ => "/contributions/workbook.fr.xlsx"),
        new("GET /api/v1/contributions/", Who.Authors),
        new("POST /api/v1/contributions/", Who.Authors),
        new("GET /api/v1/contributions/{id}", Who.ItsAuthors, at => "/api/v1" + Contribution(at)),
        new("POST /api/v1/contributions/{id}/versions", Who.ItsAuthors, at => $"/api/v1{Contribution(at)}/versions"),
        new("DELETE /api/v1/contributions/{id}", Who.AuthorsButNothingThere, _ => "/api/v1/contributions/made-up"),
    ];

    private static ExpectedRoute[] People =>
    [
        new("GET /figures", Who.Instructors),
        new("GET /figures?handler=Csv", Who.Instructors with { Instructor = Meets.Hidden, Administrator = Meets.Hidden, OtherInstructor = Meets.Hidden, OtherAdministrator = Meets.Hidden }, _ => "/figures?handler=Csv"),
        new("GET /admin/agencies/{agency}/retention", Who.ItsAdministrators with { OtherInstructor = Meets.Forbidden }, Retention),
        new("POST /admin/agencies/{agency}/retention?handler=Set", Who.ItsAdministrators with { OtherInstructor = Meets.Forbidden }, at => Retention(at) + "?handler=Set"),
        new("POST /admin/agencies/{agency}/retention?handler=Hold", Who.ItsAdministrators with { OtherInstructor = Meets.Forbidden }, at => Retention(at) + "?handler=Hold"),
        new("POST /admin/agencies/{agency}/retention?handler=Release", Who.ItsAdministrators with { OtherInstructor = Meets.Forbidden, Administrator = Meets.Hidden }, at => Retention(at) + "?handler=Release"),
        new("GET /schemas/drill-research-1.json", Who.Everybody),
        new("GET /drills/{id}/research", Who.ItsControl, at => $"/drills/{at.Drill}/research"),
        new("GET /drills/{id}/research.jsonl", Who.ItsControl, at => $"/drills/{at.Drill}/research.jsonl"),
        new("GET /api/v1/drills/{id}/research", Who.ItsControl, at => $"/api/v1/drills/{at.Drill}/research"),
        new("GET /account/data", Who.SignedIn),
        new("POST /account/data?handler=Export", Who.SignedIn),
        new("GET /account/data/erase", Who.SignedIn),
        new("POST /account/data/erase", Who.SignedIn),
        new("GET /api/v1/account/data", Who.SignedIn),
        new("GET /admin/agencies/{agency}/accounts/{id}/data", Who.ItsAdministrators with { OtherInstructor = Meets.Forbidden }, at => One(at) + "/data"),
        new("POST /admin/agencies/{agency}/accounts/{id}/data?handler=Export", Who.ItsAdministrators with { OtherInstructor = Meets.Forbidden }, at => One(at) + "/data?handler=Export"),
        new("POST /admin/agencies/{agency}/accounts/{id}/data?handler=Erase", Who.ItsAdministrators with { OtherInstructor = Meets.Forbidden }, at => One(at) + "/data?handler=Erase"),
        new("GET /drills/{id}/my-data", Who.Everybody, at => $"/drills/{at.Drill}/my-data"),
        new("POST /drills/{id}/my-data?handler=Look", Who.Everybody, at => $"/drills/{at.Drill}/my-data?handler=Look"),
        new("POST /drills/{id}/my-data?handler=Export", Who.Nobody, at => $"/drills/{at.Drill}/my-data?handler=Export"),
        new("POST /drills/{id}/my-data?handler=Erase", Who.Nobody, at => $"/drills/{at.Drill}/my-data?handler=Erase"),
    ];

    private static string Contribution(Sample at) => $"/contributions/{at.Contribution}";

    private static string Scenario => $"/scenarios/{Sample.Scenario}";

    private static string Lesson => $"/courses/{Sample.Course}/{Sample.Lesson}";

    private static string Questions => $"/api/v1/courses/{Sample.Course}/lessons/{Sample.Lesson}/questions";

    private static string Retention(Sample at) => $"/admin/agencies/{at.AgencySlug}/retention";

    private static string One(Sample at) => $"/admin/agencies/{at.AgencySlug}/accounts/{at.AccountId}";
}
