using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Client;

/// <summary>
/// The browser's types are checked against samples of what is really written (client/tests/samples.test.ts). A record that changed writes
/// its sample anew and fails once, so that the change is seen, committed, and met by the client.
/// </summary>
public sealed class ClientSamplesTests
{
    [Fact]
    public void Every_view_record_has_a_stored_sample() => Compare<ViewRecord>("views.json");

    [Fact]
    public void Every_command_has_a_stored_sample() => Compare<Command>("commands.json");

    [Fact]
    public void The_browser_may_leave_out_what_is_absent_and_no_more()
    {
        foreach (var (_, type) in Kinds<Command>())
        {
            var least = JsonSerializer.Serialize((Command)SampleOf.Least(type), DrillJson.Options);
            JsonSerializer.Deserialize<Command>(least, DrillJson.Options).ShouldNotBeNull();
        }
    }

    private static void Compare<T>(string name)
        where T : class
    {
        var all = new JsonObject();
        foreach (var (kind, type) in Kinds<T>())
            all[kind] = new JsonArray(Json<T>(SampleOf.Full(type)), Json<T>(SampleOf.Least(type)));
        var now = all.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";

        var file = Path.Combine(Root(), "src", "HanoiAcademy.Server", "client", "samples", name);
        var stored = File.Exists(file) ? File.ReadAllText(file) : "";
        if (stored.ReplaceLineEndings("\n") == now.ReplaceLineEndings("\n"))
            return;
        File.WriteAllText(file, now.ReplaceLineEndings("\n"));
        Assert.Fail($"{name} was out of date and has been written anew: see what changed, mend client/src/contract, and commit both.");
    }

    private static JsonNode? Json<T>(object value)
        where T : class =>
        JsonNode.Parse(JsonSerializer.Serialize((T)value, DrillJson.Options));

    private static IEnumerable<(string Kind, Type Type)> Kinds<T>() =>
        typeof(T).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>()
            .Select(attribute => ((string)attribute.TypeDiscriminator!, attribute.DerivedType));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution's folder is not above the tests.");
        return folder.FullName;
    }
}
