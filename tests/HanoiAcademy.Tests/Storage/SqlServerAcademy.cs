using System.Globalization;
using HanoiAcademy.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Tests.Storage;

/// <summary>
/// The storage of one academy in a database of its own on the server that <c>ACADEMY_SQLSERVER</c> names: a connection string whose login
/// may create databases. The database goes with the academy. Without a server every test that makes one is skipped out loud.
/// </summary>
public sealed class SqlServerAcademy : ITestAcademy
{
    private const string Variable = "ACADEMY_SQLSERVER";

    private readonly ServiceProvider services;
    private readonly bool ownsDatabase;

    public SqlServerAcademy()
        : this(MakeDatabase(), ownsDatabase: true)
    {
    }

    private SqlServerAcademy(string connectionString, bool ownsDatabase, bool demo = false)
    {
        ConnectionString = connectionString;
        this.ownsDatabase = ownsDatabase;
        services = new ServiceCollection().AddAcademyStorage(Configuration(connectionString, demo)).AddIdentityErrors().BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public static SqlServerAcademy In(string connectionString, bool demo = false) => new(connectionString, ownsDatabase: false, demo);

    /// <summary>An empty database; the caller drops it.</summary>
    public static string MakeDatabase()
    {
        var name = $"academy_test_{Guid.NewGuid():N}";
        Run(Server(), $"CREATE DATABASE {name}");
        return new SqlConnectionStringBuilder(Server()) { InitialCatalog = name }.ConnectionString;
    }

    public static void DropDatabase(string connectionString)
    {
        SqlConnection.ClearAllPools();
        Run(Server(), $"DROP DATABASE {new SqlConnectionStringBuilder(connectionString).InitialCatalog}");
    }

    public static void Run(string connectionString, string sql)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        using var command = new SqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Skips the test where there is none.</summary>
    public static string Server()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrWhiteSpace(server), $"{Variable} is not set: name a SQL Server there to run this test on it.");
        return server!;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ITestAcademy Beside() => In(ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            DropDatabase(ConnectionString);
        }
    }

    private static IConfiguration Configuration(string connectionString, bool demo) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "SqlServer",
            ["Storage:DataFolder"] = Path.GetTempPath(),
            ["Storage:Demo"] = demo.ToString(CultureInfo.InvariantCulture),
            ["ConnectionStrings:Academy"] = connectionString,
        })
        .Build();
}
