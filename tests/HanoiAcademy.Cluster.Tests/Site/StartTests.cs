using System.Diagnostics;
using System.Net;
using HanoiAcademy.Server.Tests.Drills.Live;
using Mono.Cecil;

namespace HanoiAcademy.Cluster.Tests.Site;

/// <summary>Bad input at the start: one sentence each, and whoever plays goes on.</summary>
public sealed class StartTests(PostgreSql server)
{
    private static readonly string[] OnPostgreSql = ["--Cluster:Membership", "PostgreSql", "--Cluster:Address", "127.0.0.1", "--ConnectionStrings:Membership"];

    [Fact]
    public async Task A_membership_without_its_tables_is_named_with_the_scripts_that_make_them()
    {
        server.Need();
        await using var academy = new Academy([.. OnPostgreSql, await server.NewDatabase()]);
        Sentence(await academy.Refused()).ShouldBe("The membership's database lacks Orleans's tables (relation \"orleansquery\" does not exist): "
            + "apply the scripts PostgreSQL-Main.sql and PostgreSQL-Clustering.sql that Orleans publishes for version 10.");
    }

    [Fact]
    public async Task A_wrong_connection_string_is_one_sentence_without_its_password()
    {
        server.Need();
        var right = await server.NewMembership();
        foreach (var (wrong, sentence) in new[]
        {
            ($"Host=127.0.0.1;Port={ServerProcess.FreePort()};Username=academy;Password=secret-word;Database=x;Timeout=5", "The membership's database cannot be reached"),
            (right.Replace("Password=", "Password=secret-word", StringComparison.Ordinal), "The membership's database refuses the silo"),
            (right.Replace("Database=", "Database=no_such_", StringComparison.Ordinal), "The membership's database refuses the silo"),
            ("Hots=127.0.0.1;Password=secret-word", "ConnectionStrings:Membership cannot be read"),
        })
        {
            await using var academy = new Academy([.. OnPostgreSql, wrong]);
            var said = Sentence(await academy.Refused());
            said.ShouldStartWith(sentence);
            said.ShouldNotContain("secret-word");
        }
    }

    [Fact]
    public async Task Another_version_of_the_site_is_refused_and_the_first_loses_nothing()
    {
        server.Need();
        await using var academy = await Academy.OnPostgreSql(server);
        var first = await academy.StartSilo();
        var other = OtherVersion();
        try
        {
            Sentence(await academy.Refused(Path.Combine(other, "HanoiAcademy.Cluster.dll"))).ShouldStartWith("Another version of the site runs in this cluster (");
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }

        (await new Browser(first.Address).Get("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var second = await academy.StartSilo();
        (await new Browser(second.Address).Get("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_membership_table_that_goes_missing_is_named_at_readyz()
    {
        server.Need();
        var membership = await server.NewMembership();
        await using var academy = new Academy([.. OnPostgreSql, membership]);
        var silo = await academy.StartSilo();
        await PostgreSql.Run(membership, "ALTER TABLE OrleansMembershipTable RENAME TO elsewhere");

        var ready = await Ready(silo, HttpStatusCode.ServiceUnavailable);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("cluster: The membership's database lacks Orleans's tables (relation \"orleansmembershiptable\" does not exist)");
        await PostgreSql.Run(membership, "ALTER TABLE elsewhere RENAME TO OrleansMembershipTable");
        (await Ready(silo, HttpStatusCode.OK)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The table is read once in three seconds, however often one asks.</summary>
    private static async Task<HttpResponseMessage> Ready(ServerProcess silo, HttpStatusCode status)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var ready = await new Browser(silo.Address).Get("/readyz");
            if (ready.StatusCode == status || Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(20))
                return ready;
            await Task.Delay(200);
        }
    }

    private static string Sentence(string refusal) => refusal.Split('\n')[^1];

    /// <summary>The same program, which says that it is of another version.</summary>
    private static string OtherVersion()
    {
        var from = Path.GetDirectoryName(Academy.Program)!;
        var to = Directory.CreateTempSubdirectory("academy-other-version-").FullName;
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
        var site = Path.Combine(to, "HanoiAcademy.Server.dll");
        using (var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(from, "HanoiAcademy.Server.dll")))
        {
            var version = assembly.CustomAttributes.Single(attribute => attribute.AttributeType.Name == "AssemblyInformationalVersionAttribute");
            version.ConstructorArguments[0] = new CustomAttributeArgument(assembly.MainModule.TypeSystem.String, "99.0.0");
            assembly.Write(site);
        }

        return to;
    }
}
