using System.Net;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Database.SqlServer;

namespace HanoiAcademy.Cluster.Silo;

/// <summary>The section Cluster. Read before the host is built, because the silo is made of it; what cannot be used is one sentence.</summary>
internal sealed record ClusterSettings
{
    private const string Section = "Cluster";
    public const string SqlServer = "SqlServer";
    public const string PostgreSql = "PostgreSql";
    public const string Localhost = "Localhost";

    /// <summary>Where the silos find each other: <see cref="SqlServer"/>, <see cref="PostgreSql"/> or <see cref="Localhost"/>.</summary>
    public string Membership { get; init; } = "";

    /// <summary>One academy, one name; silos of other names do not see each other, whatever database they share.</summary>
    public string Name { get; init; } = "hanoi-academy";

    /// <summary>The address at which the other silos reach this one; empty: the machine's first that is not the loopback.</summary>
    public string Address { get; init; } = "";

    public int SiloPort { get; init; } = 11_111;

    /// <summary>Localhost only: the port of the silo that keeps the list, where this one is not it.</summary>
    public int PrimaryPort { get; init; }

    /// <summary>The membership's database, from ConnectionStrings:Membership, else for SQL Server from ConnectionStrings:Academy.</summary>
    public string ConnectionString { get; private init; } = "";

    public bool HasTable => Membership != Localhost;

    public IPAddress? Ip => IPAddress.TryParse(Address, out var ip) ? ip : Membership == Localhost ? IPAddress.Loopback : null;

    /// <exception cref="StartRefusedException">A setting cannot be used.</exception>
    public static ClusterSettings Read(IConfiguration configuration)
    {
        ClusterSettings settings;
        try
        {
            settings = configuration.GetSection(Section).Get<ClusterSettings>() ?? new ClusterSettings();
        }
        catch (InvalidOperationException e)
        {
            throw new StartRefusedException($"A setting of the section {Section} cannot be read: {e.Message}");
        }

        settings = settings with
        {
            ConnectionString = configuration.GetConnectionString("Membership")
                ?? (settings.Membership == SqlServer ? configuration.GetConnectionString("Academy") : null) ?? "",
        };
        if (settings.Wrong(configuration.GetSection(StorageOptions.Section), configuration.GetValue<bool>("Hosting:Demo")) is { } wrong)
            throw new StartRefusedException(wrong);
        return settings.Membership == SqlServer ? settings with { ConnectionString = Encrypted(settings.ConnectionString, configuration) } : settings;
    }

    /// <summary>The driver that Orleans is given would send everything in the clear where the text does not ask for more.</summary>
    private static string Encrypted(string connectionString, IConfiguration configuration)
    {
        try
        {
            return SqlServerConnections.Complete(connectionString, $"ConnectionStrings:{(configuration.GetConnectionString("Membership") is null ? "Academy" : "Membership")}");
        }
        catch (StorageException e)
        {
            throw new StartRefusedException(e.Message);
        }
    }

    private string? Wrong(IConfiguration storage, bool demo)
    {
        var sharedFile = storage.GetValue<bool>(nameof(StorageOptions.SharedFile));
        var dataOnSqlServer = storage[nameof(StorageOptions.Provider)] == StorageOptions.SqlServer;
        return this switch
        {
            _ when demo => "The demo is for a single server: start HanoiAcademy.Server with --demo, or leave --demo out.",
            { Membership: not (SqlServer or PostgreSql or Localhost) } =>
                "Cluster:Membership must be SqlServer, PostgreSql or Localhost; a single server needs no cluster: start HanoiAcademy.Server instead.",
            { Membership: SqlServer } when sharedFile =>
                "Storage:SharedFile is for tests on one machine and does not go with Cluster:Membership=SqlServer: take it out and set Storage:Provider to SqlServer.",
            { Membership: SqlServer } when !dataOnSqlServer =>
                "Cluster:Membership=SqlServer needs data that all silos reach: set Storage:Provider to SqlServer and ConnectionStrings:Academy.",
            { Membership: PostgreSql } when !dataOnSqlServer && !sharedFile =>
                "Silos that share a membership share their data: set Storage:Provider to SqlServer, or for tests on one machine Storage:SharedFile to true.",
            { PrimaryPort: not 0 } when !dataOnSqlServer && !sharedFile =>
                "Cluster:PrimaryPort makes this a second silo on the same data: for a try on one machine set Storage:SharedFile to true on both.",
            { PrimaryPort: not 0, Membership: not Localhost } => "Cluster:PrimaryPort is for Cluster:Membership=Localhost: take it out.",
            { HasTable: true, ConnectionString: "" } =>
                $"Cluster:Membership={Membership} needs ConnectionStrings:Membership, the database that holds Orleans's membership tables.",
            { Name.Length: 0 or > 100 } => "Cluster:Name must have 1 to 100 letters.",
            { SiloPort: < 1 or > 65_535 } => "Cluster:SiloPort must be a port, 1 to 65535.",
            { PrimaryPort: < 0 or > 65_535 } => "Cluster:PrimaryPort must be a port, 1 to 65535.",
            _ when Address.Length > 0 && !IPAddress.TryParse(Address, out _) => $"Cluster:Address must be this machine's IP address; \"{Address}\" is none.",
            _ => null,
        };
    }
}
