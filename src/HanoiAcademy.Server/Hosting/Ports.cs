using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HanoiAcademy.Server.Hosting;

/// <summary>
/// Asks for the configured ports before anything else is done. Hosted services start before the web server listens:
/// a second academy on the same data would wake its drills first and only then find the port taken.
/// </summary>
internal static class Ports
{
    public static void RefuseIfBusy(WebApplication app)
    {
        // A test host has a server of its own and listens on nothing.
        if (!ListensItself(app))
            return;

        foreach (var address in Configured(app.Configuration).Where(address => address.Port != 0 && IsTaken(address)))
            throw new StartRefusedException(Sentence(address.Port));
    }

    public static bool ListensItself(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().GetType().Assembly == typeof(KestrelServerOptions).Assembly;

    public static string Sentence(int port) =>
        $"Port {port} is in use by another program: stop that one, or start with --urls http://localhost:{(port < 65535 ? port + 1 : 5080)}.";

    public static IEnumerable<BindingAddress> Configured(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToList();
        var urls = endpoints.Count > 0
            ? endpoints
            : [.. (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return urls.Select(BindingAddress.Parse);
    }

    private static bool IsTaken(BindingAddress address) => !address.IsUnixPipe && !address.IsNamedPipe && IsTaken(new IPEndPoint(
        IPAddress.TryParse(address.Host, out var parsed) ? parsed : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any, address.Port));

    public static bool IsTaken(IPEndPoint address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(address);
            socket.Listen();
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
        catch (SocketException)
        {
            return false; // Any other trouble is Kestrel's to tell, in its own words.
        }
    }
}
