using System.Net;
using Orleans.Configuration;

namespace HanoiAcademy.Cluster.Silo;

/// <summary>The silo as the academy wants it.</summary>
internal static class SiloSetup
{
    private const string SqlServerDriver = "Microsoft.Data.SqlClient";
    private const string PostgreSqlDriver = "Npgsql";

    public static void Configure(ISiloBuilder silo, ClusterSettings settings)
    {
        Join(silo, settings);
        silo.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = settings.Name);
        silo.Configure<SiloOptions>(options => options.SiloName = SiteVersions.SiloName(settings.SiloPort));
        silo.Configure<ClusterMembershipOptions>(NoticeTheDead);
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(15));
        silo.AddGrainService<Nodes.NodeService>();
    }

    private static void Join(ISiloBuilder silo, ClusterSettings settings)
    {
        if (!settings.HasTable)
        {
            var primary = settings.PrimaryPort == 0 ? null : new IPEndPoint(IPAddress.Loopback, settings.PrimaryPort);
            silo.UseLocalhostClustering(settings.SiloPort, gatewayPort: 0, primary, settings.Name, settings.Name);
            return;
        }

        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = settings.Membership == ClusterSettings.SqlServer ? SqlServerDriver : PostgreSqlDriver;
            options.ConnectionString = settings.ConnectionString;
        });

        // No gateway: nobody but silos talks to a silo.
        if (settings.Ip is { } ip)
            silo.ConfigureEndpoints(ip, settings.SiloPort, gatewayPort: 0, listenOnAnyHostAddress: false);
        else
            silo.ConfigureEndpoints(settings.SiloPort, gatewayPort: 0);
    }

    /// <summary>
    /// A silo that is killed is out within about ten seconds: three probes of at most two seconds are missed, one after the other, and the
    /// table is written. Fewer probes would put out a silo that only collected its garbage or whose disk was busy; and a drill is put
    /// to sleep for nothing by that. Two votes where there are three silos or more; of two, the other one decides.
    /// </summary>
    private static void NoticeTheDead(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(3);
        options.NumMissedProbesLimit = 3;
        options.NumVotesForDeathDeclaration = 2;

        // Gossip tells of changes at once; these are for silos that missed it, and for rows of silos that all died together.
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.NumMissedTableIAmAliveLimit = 3;
        options.MaxJoinAttemptTime = TimeSpan.FromSeconds(60);
    }
}
