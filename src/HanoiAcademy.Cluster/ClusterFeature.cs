using HanoiAcademy.Cluster.Drills;
using HanoiAcademy.Cluster.Nodes;
using HanoiAcademy.Cluster.Silo;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HanoiAcademy.Cluster;

/// <summary>What makes the site one node of several: a silo, drills as grains, messages that find their node.</summary>
internal static class ClusterFeature
{
    public static void Add(WebApplicationBuilder builder)
    {
        var settings = ClusterSettings.Read(builder.Configuration);
        builder.UseOrleans(silo => SiloSetup.Configure(silo, settings));

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<SiteVersions>();
        services.AddStartStep("Looking at the cluster's members.", MembershipStart.Look);
        if (settings.HasTable)
            services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, VersionGate>();
        services.AddSingleton(provider => new MembershipProbe(() => provider.GetRequiredService<IMembershipTable>().ReadAllAsync(CancellationToken.None), provider.GetRequiredService<TimeProvider>()));
        services.AddHealthChecks().AddCheck<MembershipCheck>("cluster");

        services.AddSingleton<NodeDesk>();
        services.AddSingleton<NodeClient>();
        services.AddSingleton<NodeLines>();
        services.Replace(ServiceDescriptor.Singleton<IDrillRooms, ClusterDrillRooms>());
        services.Remove(services.Single(service => service.ImplementationType == typeof(WakeDrills)));
        services.AddHostedService<DrillKeeper>();
    }
}
