using HanoiAcademy.Cluster;
using HanoiAcademy.Server;

return await AcademyHost.RunAsync(args, ClusterFeature.Add);
