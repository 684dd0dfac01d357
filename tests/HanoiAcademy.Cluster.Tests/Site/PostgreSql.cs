using System.Diagnostics;
using System.Security.Cryptography;
using HanoiAcademy.Cluster.Tests.Site;
using HanoiAcademy.Server.Tests.Drills.Live;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgreSql))]
[assembly: CollectionBehavior(DisableTestParallelization = true)] // Each test runs two whole sites; what is measured is seconds.

namespace HanoiAcademy.Cluster.Tests.Site;

/// <summary>
/// A PostgreSQL server of these tests' own, on the loopback interface and in a folder of its own, for the membership. Where the machine has
/// none, or Orleans's scripts are not given, the tests that need it are skipped and say why.
/// </summary>
public sealed class PostgreSql : IAsyncLifetime
{
    private const string Programs = "/usr/lib/postgresql";
    private const string Owner = "postgres";
    private static readonly string[] Needed = ["PostgreSQL-Main.sql", "PostgreSQL-Clustering.sql"];
    private const string User = "academy";
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly int _port = ServerProcess.FreePort();
    private string _folder = "";
    private Process? _server;
    private string? _missing;

    private static string? Scripts => Environment.GetEnvironmentVariable("ACADEMY_ORLEANS_SQL");

    private static string? Bin => Directory.Exists(Programs)
        ? Directory.GetDirectories(Programs).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order().LastOrDefault()
        : null;

    public async ValueTask InitializeAsync()
    {
        _missing = Bin is null ? $"PostgreSQL is not installed ({Programs}/*/bin/initdb): the cluster was not tested."
            : Scripts is null || Needed.Any(script => !File.Exists(Path.Combine(Scripts, script)))
                ? $"ACADEMY_ORLEANS_SQL does not name a folder with Orleans's {string.Join(", ", Needed)}: the cluster was not tested."
            : null;
        if (_missing is not null)
            return;
        _folder = Directory.CreateTempSubdirectory("academy-postgres-").FullName;
        var words = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(words, _password);
        if (Environment.IsPrivilegedProcess)
            await Run("chown", "-R", $"{Owner}:", _folder);
        await RunAsOwner(Path.Combine(Bin!, "initdb"), "-D", Data, "-U", User, "-A", "scram-sha-256", $"--pwfile={words}", "-E", "UTF8", "--locale=C", "--no-sync");
        _server = Process.Start(AsOwner(Path.Combine(Bin!, "postgres"), "-D", Data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder}", "-c", "max_connections=200"))!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await UntilItAnswers();
    }

    /// <summary>Skips the test, out loud, where there is no server.</summary>
    public void Need() => Assert.SkipWhen(_missing is not null, _missing ?? "");

    /// <summary>A new database with Orleans's tables.</summary>
    public async Task<string> NewMembership()
    {
        var connection = await NewDatabase();
        foreach (var script in Needed)
            await Run(connection, await File.ReadAllTextAsync(Path.Combine(Scripts!, script)));
        return connection;
    }

    public async Task<string> NewDatabase()
    {
        Need();
        var name = $"membership_{Guid.NewGuid():n}";
        await Run(To("postgres"), $"CREATE DATABASE {name}");
        return To(name);
    }

    public static async Task Run(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            // Its own pid: setpriv becomes the server.
            await Run("kill", "-INT", $"{_server.Id}");
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private string To(string database) => $"Host=127.0.0.1;Port={_port};Username={User};Password={_password};Database={database};Timeout=10";

    private async Task UntilItAnswers()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Run(To("postgres"), "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 100 && !_server!.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static Task RunAsOwner(string program, params string[] arguments) => Finish(AsOwner(program, arguments));

    /// <summary>The server refuses to run as root.</summary>
    private static ProcessStartInfo AsOwner(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Start("setpriv", ["--reuid", Owner, "--regid", Owner, "--clear-groups", program, .. arguments])
        : Start(program, arguments);

    private static Task Run(string program, params string[] arguments) => Finish(Start(program, arguments));

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };

    private static async Task Finish(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{start.FileName} {string.Join(' ', start.ArgumentList)}: {said}");
    }
}
