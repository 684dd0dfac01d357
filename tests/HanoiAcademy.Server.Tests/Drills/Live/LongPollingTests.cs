using System.Net;
using System.Text;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>The hub over plain requests, as browsers speak to it where something on the way blocks WebSockets.</summary>
public sealed class LongPollingTests
{
    private const char RecordEnd = '\u001e';

    [Fact]
    public async Task Where_WebSockets_are_blocked_one_joins_acts_and_is_pushed_to_over_plain_requests()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var analyst = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency);
        await analyst.Sit(drill, SmallDrill.Analyst);
        using var line = await Line.OpenAsync(analyst);

        var joined = await line.AskAsync("Join", drill.Id, new { language = "en", device = "tablet" });
        joined.GetProperty("seat").GetString().ShouldBe(SmallDrill.Analyst);
        await site.Say(drill, new SetSpeed(10));
        await site.Say(drill, new StartExercise());
        var answer = await line.AskAsync("Send", new { commandId = "late", command = new { kind = "send-message", to = "supplier", text = "Over plain requests" }, writtenAt = 0 });
        answer.GetProperty("status").GetString().ShouldBe("accepted");
        await line.UntilAsync(SmallDrill.BankSecret);

        line.Everything.ShouldContain("\"here\"");
        line.Everything.ShouldContain("tablet");
        line.Everything.ShouldNotContain(SmallDrill.PoliceSecret);
    }

    private sealed class Line(HttpClient http, string address) : IDisposable
    {
        private readonly StringBuilder _everything = new();
        private readonly Queue<JsonElement> _records = new();
        private int _asked;

        public string Everything => _everything.ToString();

        public static async Task<Line> OpenAsync(Browser browser)
        {
            var http = new HttpClient(new HttpClientHandler { CookieContainer = browser.Cookies, AllowAutoRedirect = false }) { BaseAddress = browser.Address };
            using var negotiated = await http.PostAsync("/hubs/drill/negotiate?negotiateVersion=1", null);
            negotiated.StatusCode.ShouldBe(HttpStatusCode.OK);
            var offer = JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync()).RootElement;
            offer.GetProperty("availableTransports").EnumerateArray().Select(one => one.GetProperty("transport").GetString()).ShouldContain("LongPolling");
            var line = new Line(http, $"/hubs/drill?id={offer.GetProperty("connectionToken").GetString()}");
            // The first request opens the line and brings nothing.
            (await http.GetAsync(line.Address)).StatusCode.ShouldBe(HttpStatusCode.OK);
            await line.WriteAsync("""{"protocol":"json","version":1}""");
            await line.NextAsync();
            return line;
        }

        private string Address => address;

        public async Task<JsonElement> AskAsync(string target, params object[] arguments)
        {
            var id = (++_asked).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await WriteAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target, arguments }));
            while (true)
            {
                var record = await NextAsync();
                if (!record.TryGetProperty("invocationId", out var of) || of.GetString() != id)
                    continue;
                record.TryGetProperty("error", out _).ShouldBeFalse(record.ToString());
                return record.GetProperty("result");
            }
        }

        public async Task UntilAsync(string text)
        {
            // Pings are records too.
            for (var records = 0; !Everything.Contains(text, StringComparison.Ordinal); records++)
            {
                records.ShouldBeLessThan(100, Everything);
                await NextAsync();
            }
        }

        public void Dispose() => http.Dispose();

        private async Task WriteAsync(string record) => (await http.PostAsync(address, new StringContent(record + RecordEnd))).StatusCode.ShouldBe(HttpStatusCode.OK);

        private async Task<JsonElement> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            while (_records.Count == 0)
            {
                using var answer = await http.GetAsync(address, patience.Token);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                var text = await answer.Content.ReadAsStringAsync(patience.Token);
                _everything.Append(text);
                foreach (var record in text.Split(RecordEnd, StringSplitOptions.RemoveEmptyEntries))
                    _records.Enqueue(JsonDocument.Parse(record).RootElement);
            }

            return _records.Dequeue();
        }
    }
}
