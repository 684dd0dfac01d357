using System.IO.Compression;
using System.Text;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills.Replays;

/// <summary>The kept full logs of Invoice at dawn and Desk 24/7, looked back on through every eye there is.</summary>
public sealed class KeptReplayTests
{
    [Theory]
    [InlineData("invoice-at-dawn-2")]
    [InlineData("desk-24-7-1")]
    public void Every_part_ends_in_the_view_with_which_the_next_one_begins_and_the_last_in_what_the_log_left(string kept)
    {
        var (scenario, rows) = Read(kept);
        var recording = Recording.Of(scenario, rows.Select(row => (row.Version, (LoggedRow?)row)));
        recording.Break.ShouldBeNull();
        recording.Last.Status.ShouldBe("ended");
        foreach (var audience in View.Roles(scenario, "en").Append(Audience.Control("en")).Append(new Audience("observer", "", "en")))
        {
            var stretches = audience.Kind == "role" ? recording.CutFor(audience, Audience.OfSeat(audience.Id + ".1", "en")) : recording.Stretches;
            for (var n = 0; n < stretches.Length; n++)
            {
                var track = new Track(scenario, audience, stretches[n].Before);
                var steps = recording.Play(stretches[n]).Count(x => !track.Follow(x.After, x.Row.Events).IsEmpty);
                steps.ShouldBeLessThanOrEqualTo(Recording.RowsInStretch, "a seek merges no more than this");
                var after = n + 1 < stretches.Length ? stretches[n + 1].Before : recording.Last;
                Text(track.Whole.Select(record => (record.Key, record.Record))).ShouldBe(Text(View.Of(after, scenario, audience).Select(x => (x.Key, x.Value))), $"{audience}, part {n}");
            }

            var marks = Marks.Of(recording, audience).Select(mark => mark.What).ToList();
            marks.ShouldContain("start");
            marks.ShouldContain("end");
            marks.Count.ShouldBeLessThanOrEqualTo(Marks.Most);
        }
    }

    private static (Scenario, List<LoggedRow>) Read(string kept)
    {
        var folder = Path.Combine(Repository.Root, "tests", "fixtures", "logs", kept);
        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, "scenario.json.gz")), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return (PinnedScenario.Read(bytes.ToArray()).Scenario, [.. File.ReadLines(Path.Combine(folder, "log.jsonl")).Select(line => DrillJson.Read<LoggedRow>(Encoding.UTF8.GetBytes(line)))]);
    }

    private static string Text(IEnumerable<(string Key, ViewRecord Record)> records) => string.Join('\n', records.Select(x => x.Key + Encoding.UTF8.GetString(DrillJson.ToBytes(x.Record))));
}
