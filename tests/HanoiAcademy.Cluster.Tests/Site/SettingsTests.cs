using HanoiAcademy.Cluster.Silo;
using HanoiAcademy.Server.Hosting;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace HanoiAcademy.Cluster.Tests.Site;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Cluster:Membership must be SqlServer, PostgreSql or Localhost", "")]
    [InlineData("Cluster:Membership must be SqlServer, PostgreSql or Localhost", "Cluster:Membership=Redis")]
    [InlineData("Storage:SharedFile is for tests on one machine and does not go with Cluster:Membership=SqlServer", "Cluster:Membership=SqlServer;Storage:SharedFile=true")]
    [InlineData("Cluster:Membership=SqlServer needs data that all silos reach", "Cluster:Membership=SqlServer")]
    [InlineData("Silos that share a membership share their data", "Cluster:Membership=PostgreSql;ConnectionStrings:Membership=x")]
    [InlineData("Cluster:Membership=PostgreSql needs ConnectionStrings:Membership", "Cluster:Membership=PostgreSql;Storage:SharedFile=true")]
    [InlineData("Cluster:PrimaryPort makes this a second silo", "Cluster:Membership=Localhost;Cluster:PrimaryPort=11111")]
    [InlineData("Cluster:Address must be this machine's IP address", "Cluster:Membership=Localhost;Cluster:Address=here")]
    [InlineData("Cluster:SiloPort must be a port", "Cluster:Membership=Localhost;Cluster:SiloPort=70000")]
    [InlineData("A setting of the section Cluster cannot be read", "Cluster:Membership=Localhost;Cluster:SiloPort=many")]
    [InlineData("The demo is for a single server", "Cluster:Membership=Localhost;Hosting:Demo=true")]
    [InlineData("Cluster:Name must have", "Cluster:Membership=Localhost;Cluster:Name=")]
    [InlineData("ConnectionStrings:Academy cannot be read: write it as", "Cluster:Membership=SqlServer;Storage:Provider=SqlServer;ConnectionStrings:Academy=Hots=db")]
    [InlineData("ConnectionStrings:Membership cannot be read: write it as", "Cluster:Membership=SqlServer;Storage:Provider=SqlServer;ConnectionStrings:Membership=Hots=db")]
    public void What_cannot_be_used_is_one_sentence(string sentence, string settings)
    {
        var refused = Should.Throw<StartRefusedException>(() => Read(settings));
        refused.Message.ShouldStartWith(sentence);
        refused.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("Cluster:Membership=Localhost")]
    [InlineData("Cluster:Membership=Localhost;Cluster:PrimaryPort=11111;Storage:SharedFile=true")]
    [InlineData("Cluster:Membership=PostgreSql;Storage:SharedFile=true;ConnectionStrings:Membership=Host=db")]
    [InlineData("Cluster:Membership=SqlServer;Storage:Provider=SqlServer;ConnectionStrings:Academy=Server=db")]
    public void What_goes_together_is_taken(string settings) => Read(settings).HasTable.ShouldBe(!settings.Contains("Localhost", StringComparison.Ordinal));

    [Fact]
    public void The_membership_lies_in_the_academy_s_own_database_unless_another_is_named()
    {
        Read("Cluster:Membership=SqlServer;Storage:Provider=SqlServer;ConnectionStrings:Academy=Server=db").ConnectionString.ShouldStartWith("Data Source=db;");
        Read("Cluster:Membership=SqlServer;Storage:Provider=SqlServer;ConnectionStrings:Academy=Server=db;ConnectionStrings:Membership=Server=other").ConnectionString.ShouldStartWith("Data Source=other;");
    }

    [Theory]
    [InlineData("Encrypt=True", "Server=db")]
    [InlineData("Encrypt=False", "Encrypt=false")]
    public void A_membership_on_sql_server_is_read_encrypted_unless_the_text_says_otherwise(string read, string text) =>
        Read($"Cluster:Membership=SqlServer;Storage:Provider=SqlServer;ConnectionStrings:Membership={text}").ConnectionString.ShouldContain(read);

    [Theory]
    [InlineData("Host=db;Password=one;secret-word=x;Username=u")]
    [InlineData("Host=db;Password=one;Port=secret-word")]
    [InlineData("Host=db;Password=one;secret-word")]
    public void A_password_that_holds_a_semicolon_is_not_repeated(string text)
    {
        var settings = Read("Cluster:Membership=PostgreSql;Storage:SharedFile=true;ConnectionStrings:Membership=x");
        var thrown = Should.Throw<Exception>(() => new NpgsqlConnection(text));
        foreach (var e in new[] { thrown, new InvalidOperationException("secret-word", thrown), new AggregateException(thrown) })
        {
            var said = MembershipTrouble.Sentence(e, settings);
            said.ShouldStartWith("ConnectionStrings:Membership cannot be read: write it as");
            said.ShouldNotContain("secret-word");
        }
    }

    private static ClusterSettings Read(string settings) => ClusterSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]))
        .Build());
}
