using System.Net;
using System.Net.Sockets;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Server.Tests.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace HanoiAcademy.Server.Tests.Hosting;

public sealed class HostingTests
{
    [Theory]
    [InlineData("--demo")]
    [InlineData("--urls http://localhost:1 --demo")]
    [InlineData("--demo --urls http://localhost:1")]
    [InlineData("--urls --demo http://localhost:1")]
    public void The_word_demo_is_taken_out_wherever_it_stands(string line)
    {
        var start = StartArguments.Read(line.Split(' '));

        start.Demo.ShouldBeTrue();
        start.ForConfiguration.ShouldBe(line.Split(' ').Where(word => word != "--demo"));
    }

    [Fact]
    public void Demo_has_a_data_folder_of_its_own_unless_one_is_named()
    {
        DataFolder.Choose(null, demo: false, "/site").Path.ShouldEndWith("data");
        DataFolder.Choose(null, demo: true, "/site").Path.ShouldEndWith("data-demo");
        DataFolder.Choose("elsewhere", demo: true, "/site").Path.ShouldEndWith("elsewhere");
    }

    [Fact]
    public void Content_is_the_nearest_ancestor_that_holds_both_folders_else_beside_the_program()
    {
        var root = Directory.CreateTempSubdirectory("academy-content-");
        try
        {
            var start = root.CreateSubdirectory("src/site").FullName;
            ContentFolders.Find(null, start, "/beside").Root.ShouldBe("/beside");

            root.CreateSubdirectory("src/courses"); // One of the two is not enough.
            root.CreateSubdirectory("courses");
            root.CreateSubdirectory("scenarios");
            ContentFolders.Find(null, start, "/beside").Root.ShouldBe(root.FullName);
            ContentFolders.Find("named", start, "/beside").Root.ShouldBe(Path.Combine(start, "named"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_busy_port_is_refused_in_one_sentence_that_names_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = $"http://localhost:{port}";
        await using var app = builder.Build();

        var refused = Should.Throw<StartRefusedException>(() => Ports.RefuseIfBusy(app));

        refused.Message.ShouldStartWith($"Port {port} is in use");
        refused.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void The_ports_of_Kestrels_own_endpoints_are_looked_at_before_the_general_ones()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://localhost:1",
            ["Kestrel:Endpoints:Https:Url"] = "https://*:2",
        }).Build();

        Ports.Configured(configuration).ShouldHaveSingleItem().Port.ShouldBe(2);
    }

    [Fact]
    public async Task A_database_of_a_demo_is_not_opened_for_real_work()
    {
        await using var demo = new AcademySite { KeepFolder = true };
        demo.Settings["Hosting:Demo"] = "true";
        _ = demo.Visit();
        await demo.DisposeAsync();

        await using var real = new OnFolder(demo.Folder);

        Should.Throw<Exception>(() => real.Visit());
    }

    [Fact]
    public async Task The_site_is_healthy_and_ready_and_said_what_it_did()
    {
        await using var site = new AcademySite();

        (await (await site.Visit().GetAsync("/healthz")).ShouldBeAsync(HttpStatusCode.OK)).ShouldBe("ok");
        (await (await site.Visit().GetAsync("/readyz")).ShouldBeAsync(HttpStatusCode.OK)).ShouldBe("ready");
        site.Console.ToString().ShouldContain("Opening the database.");
    }

    private sealed class OnFolder(string folder) : AcademySite(folder);
}
