using System.Text.Json;
using System.Text.Json.Serialization;
using HanoiAcademy.Bench.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HanoiAcademy.Bench.Servers;

/// <summary>
/// The least a server can do: at each command it sends the same bytes as the academy, serialised once, to groups of the same sizes.
/// No rules, no log, no accounts. What it sustains is what SignalR and the machine allow.
/// </summary>
internal static class BareHub
{
    public static async Task<int> RunAsync(int port, int roles, string sample)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSignalR().AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(new RawConverter()));
        builder.Services.AddSingleton(new Sample(await File.ReadAllBytesAsync(sample), roles));
        await using var app = builder.Build();
        app.MapHub<Hub>("/hub");
        await app.StartAsync();
        Console.WriteLine("ready");

        // The bench holds the other end: when it is gone, however it went, so is this.
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        return 0;
    }

    internal sealed class Sample(byte[] push, int roles)
    {
        private readonly List<int> _places = Marker.Places(push);

        public int Roles => roles;

        public Raw Of(int inject)
        {
            var copy = push.ToArray();
            foreach (var place in _places)
                Marker.Write(copy, place, inject);
            return new Raw(copy);
        }
    }

    internal sealed class Hub(Sample sample) : Microsoft.AspNetCore.SignalR.Hub
    {
        public Task Join(int drill, int role) => Groups.AddToGroupAsync(Context.ConnectionId, Group(drill, role));

        public Task Send(int drill, int inject) => Task.WhenAll(Enumerable.Range(0, sample.Roles)
            .Select(role => Clients.Group(Group(drill, role)).SendAsync("push", sample.Of(inject))));

        private static string Group(int drill, int role) => $"{drill}|{role}";
    }

    internal readonly record struct Raw(byte[] Utf8);

    private sealed class RawConverter : JsonConverter<Raw>
    {
        public override Raw Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Raw value, JsonSerializerOptions options) => writer.WriteRawValue(value.Utf8, skipInputValidation: true);
    }
}
