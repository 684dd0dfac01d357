using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Security;

public sealed class RouteAccessTests(RouteAccessTests.OpenSite site) : IClassFixture<RouteAccessTests.OpenSite>
{
    /// <summary>Many requests from one address in a short time: here the limits on attempts are not what is tested.</summary>
    public sealed class OpenSite : AcademySite
    {
        public OpenSite() => Settings["Security:AttemptsPerTarget"] = "100000";
    }

    [Fact]
    public async Task Every_route_states_whom_it_lets_in()
    {
        var routes = await RouteList.OfAsync(site.Services);
        var stated = ExpectedRoutes.All.Select(route => route.Route).ToList();

        routes.Except(stated).ShouldBeEmpty("These routes are in no list of ExpectedRoutes.");
        stated.Except(routes).ShouldBeEmpty("These routes of ExpectedRoutes do not exist.");
        stated.ShouldBeUnique();
    }

    [Fact]
    public async Task Every_route_meets_every_role_of_its_own_and_of_another_agency_as_stated()
    {
        var own = await site.MakeAgencyAsync();
        var other = await site.MakeAgencyAsync();
        var launcher = await site.SignInAsync(Role.Instructor, own);
        var launched = await launcher.CallAsync(HttpMethod.Post, "/api/v1/drills", new { scenario = Sample.Scenario, agency = own.Slug });
        var drill = (await launched.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
        launched = await launcher.CallAsync(HttpMethod.Post, "/api/v1/exercises", new { scenario = Sample.Scenario, agency = own.Slug, drills = new[] { new { name = "Sundara" } } });
        var exercise = (await launched.JsonAsync(HttpStatusCode.Created)).GetProperty("exercise").GetProperty("id").GetString()!;
        var sample = new Sample(own.Slug, (await site.MakeAccountAsync(Role.Trainee, own)).Id, drill, exercise, await Contributions.SmallScenario.ContributeAsync(launcher));
        var viewers = new (string Name, Func<Who, Meets> Of, Visitor Visitor)[]
        {
            ("anonymous", who => who.Anonymous, site.Visit()),
            ("trainee", who => who.Trainee, await site.SignInAsync(Role.Trainee, own)),
            ("author", who => who.Author, await site.SignInAsync(Role.Author, own)),
            ("instructor", who => who.Instructor, await site.SignInAsync(Role.Instructor, own)),
            ("administrator", who => who.Administrator, await site.SignInAsync(Role.Administrator, own)),
            ("other agency's trainee", who => who.OtherTrainee, await site.SignInAsync(Role.Trainee, other)),
            ("other agency's author", who => who.OtherAuthor, await site.SignInAsync(Role.Author, other)),
            ("other agency's instructor", who => who.OtherInstructor, await site.SignInAsync(Role.Instructor, other)),
            ("other agency's administrator", who => who.OtherAdministrator, await site.SignInAsync(Role.Administrator, other)),
        };

        var wrong = new List<string>();
        foreach (var (name, of, visitor) in viewers)
        {
            // Signing out comes last: what follows it would be tried as nobody.
            foreach (var route in ExpectedRoutes.All.OrderBy(route => route.Route == "POST /account/sign-out"))
            {
                var (met, status) = await TryAsync(visitor, route, sample);
                if (met != of(route.Who))
                    wrong.Add($"{route.Route} meets {name} with {met} ({status}), stated is {of(route.Who)}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static async Task<(Meets? Met, HttpStatusCode Status)> TryAsync(Visitor visitor, ExpectedRoute route, Sample sample)
    {
        var (method, template) = (route.Route.Split(' ')[0], route.Route.Split(' ')[1]);
        var answer = await visitor.CallAsync(HttpMethod.Parse(method), route.Address?.Invoke(sample) ?? template, route.Body);
        Meets? met = answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Meets.SignIn,
            HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.Contains("/account/sign-in?ReturnUrl=%2F", StringComparison.Ordinal) => Meets.SignIn,
            HttpStatusCode.Forbidden => Meets.Forbidden,
            HttpStatusCode.NotFound => Meets.Hidden,
            >= HttpStatusCode.InternalServerError => null,
            _ => Meets.Open,
        };
        return (met, answer.StatusCode);
    }
}
