using System.Text.Json;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.AfterAction;
using HanoiAcademy.Server.Drills.AfterAction.Papers;
using HanoiAcademy.Server.Drills.AfterAction.Papers.Print;
using HanoiAcademy.Server.Drills.Alone;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Demo;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Live;
using HanoiAcademy.Server.Drills.Replay;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Research;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace HanoiAcademy.Server.Drills;

internal static class DrillsFeature
{
    /// <summary>A request form with all its texts fits well; nothing else is as large.</summary>
    private const long LargestHubMessage = 64 * 1024;

    public static IServiceCollection AddDrills(this IServiceCollection services)
    {
        services.AddOptions<DrillsOptions>().BindConfiguration(DrillsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthorization(DrillPolicies.Add);
        services.AddAuthentication().AddCookie(SeatCookie.Scheme, options =>
        {
            options.Cookie.Name = "academy.seat";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromDays(7);
        });
        services.AddSignalR(options => options.MaximumReceiveMessageSize = LargestHubMessage)
            .AddHubOptions<DrillHub>(options => options.AddFilter<CallLimit>())
            .AddJsonProtocol(options => options.PayloadSerializerOptions = new JsonSerializerOptions(DrillJson.Options));

        services.AddSingleton(provider => ScenarioLibrary.Load(provider.GetRequiredService<ContentFolders>().Scenarios));
        services.AddSingleton<RefusalTexts>();
        services.AddSingleton<LaunchedScenarios>();
        services.AddSingleton<RoomServices>();
        services.AddSingleton<IDrillRooms, LocalDrillRooms>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<IRoomOutlet>(provider => provider.GetRequiredService<LiveConnections>());
        services.AddSingleton<CallLimit>();
        services.AddHostedService<SilentListeners>();
        services.AddHostedService<WakeDrills>();
        services.AddSingleton<DrillAccess>();
        services.AddSingleton<SeatOffice>();
        services.AddSingleton<ControlOffice>();
        services.AddSingleton<SeatNames>();
        services.AddSingleton<SeatFinder>();
        services.AddSingleton<JoinDesk>();
        services.AddSingleton<LaunchAgency>();
        services.AddSingleton<LaunchCheck>();
        services.AddSingleton<DrillLauncher>();
        services.AddSingleton<DrillForker>();
        services.AddSingleton<ScenarioShelf>();
        services.AddSingleton<ScenarioCloser>();
        services.AddSingleton<AloneLauncher>();
        services.AddHostedService<AloneKeeper>();
        services.AddSingleton<PastLogs>();
        services.AddSingleton<DrillReports>();
        services.AddOptions<PapersOptions>().BindConfiguration(PapersOptions.Section).ValidateDataAnnotations()
            .Validate(papers => papers.IsThere, "Papers:Chromium names no file that is there: give the whole path of a Chromium, or leave it out.").ValidateOnStart();
        services.AddSingleton<ChromiumPrinter>();
        services.AddSingleton<PrintedPage>();
        services.AddSingleton<AfterActionDesk>();
        services.AddSingleton<Recordings>();
        services.AddSingleton<ReplayEyes>();
        services.AddSingleton<ReplayDesk>();
        services.AddSingleton<ReplayParts>();
        services.AddSingleton<ReplayMarks>();
        services.AddSingleton<ResearchDesk>();
        services.AddSingleton<ReplayFork>();
        services.AddHostedService<DemoDrill>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AllowAnonymousToPage("/Drills/Pages/Scenarios");
            options.Conventions.AllowAnonymousToPage("/Drills/Pages/Scenario");
            options.Conventions.AuthorizePage("/Drills/Pages/Closing", Policies.Instructor);
            options.Conventions.AuthorizePage("/Drills/Pages/Manual", Policies.Instructor);
            options.Conventions.AllowAnonymousToPage("/Drills/Pages/Join");
            options.Conventions.AuthorizePage("/Drills/Pages/Launch", Policies.Instructor);
            foreach (var page in new[] { "Room", "Control", "Report", "Look" })
                options.Conventions.AuthorizePage($"/Drills/Pages/{page}", DrillPolicies.AccountOrSeat);
            options.Conventions.AuthorizePage("/Drills/Replay/Replay", DrillPolicies.AccountOrSeat);
        });
        return services;
    }

    /// <summary>Between authentication and authorization: a guest is known by his seat.</summary>
    public static IApplicationBuilder UseSeats(this IApplicationBuilder app) => app.Use(SeatCookie.Read);

    public static void MapDrills(this IEndpointRouteBuilder endpoints, RouteGroupBuilder api)
    {
        endpoints.MapHub<DrillHub>("/hubs/drill").RequireOwnOrigin().RequireAuthorization(DrillPolicies.AccountOrSeat);
        DrillsApi.Map(api);
        RoomApi.Map(api);
        ReplayApi.Map(api);
        ResearchApi.Map(endpoints, api);
        PaperFiles.Map(endpoints);
    }
}
