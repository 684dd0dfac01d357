using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Tests.Storage.Drills;

public abstract class DrillLogContract(ITestAcademy academy) : StorageContract(academy)
{
    private IDrillLog Log => Get<IDrillLog>();

    [Fact]
    public async Task Rows_come_back_in_order_as_they_were_written()
    {
        await LaunchAsync("d1", "CODE1");
        (await Append(0, "c1", "bank.1", "[{\"kind\":\"inject-delivered\",\"text\":\"Xin chào, أهلا\"}]")).ShouldBe(new AppendAnswer.Appended(1));
        (await Append(1, "c2", "police.1", "[]")).ShouldBe(new AppendAnswer.Appended(2));
        (await Append(2, "c3", "bank.1", "[]")).ShouldBe(new AppendAnswer.Appended(3));

        var rows = await Log.Read("d1", 0, Cancel);
        rows.Select(row => row.Version).ShouldBe([1, 2, 3]);
        (rows[0] with { Digest = null }).ShouldBe(new LogRow
        {
            DrillId = "d1",
            Version = 1,
            CommandId = "c1",
            Seat = "bank.1",
            At = 1_000,
            Wall = Noon,
            Events = "[{\"kind\":\"inject-delivered\",\"text\":\"Xin chào, أهلا\"}]",
        });
        (await Log.Read("d1", 2, Cancel)).ShouldHaveSingleItem().CommandId.ShouldBe("c3");
        (await Log.Read("d1", 3, Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE DrillLog SET Events = '[1]' WHERE Version = 2")]
    [InlineData("UPDATE DrillLog SET Seat = 'bank.2' WHERE Version = 2")]
    [InlineData("UPDATE DrillLog SET At = At + 1 WHERE Version = 2")]
    public async Task A_row_that_is_not_what_was_written_is_known(string alteration)
    {
        await LaunchAsync("d1", "CODE1");
        for (var version = 0; version < 3; version++)
            await Append(version, $"c{version}", "bank.1", "[]");
        (await Log.Read("d1", 0, Cancel)).ShouldAllBe(row => !row.IsAltered);

        await Get<IDatabase>().Write(session => session.Execute(alteration));

        (await Log.Read("d1", 0, Cancel)).Where(row => row.IsAltered).Select(row => row.Version).ShouldBe([2]);
    }

    [Fact]
    public async Task Of_a_row_of_before_there_were_digests_nothing_is_said()
    {
        await LaunchAsync("d1", "CODE1");
        await Append(0, "c1", "bank.1", "[]");
        await Get<IDatabase>().Write(session => session.Execute("UPDATE DrillLog SET Digest = NULL, Events = '[1]'"));
        (await Log.Read("d1", 0, Cancel)).ShouldHaveSingleItem().IsAltered.ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_append_at_the_same_version_is_told_the_version_that_is()
    {
        await LaunchAsync("d1", "CODE1");
        await Append(0, "c1", "bank.1", "[]");
        (await Append(0, "c2", "police.1", "[]")).ShouldBe(new AppendAnswer.VersionConflict(1));
        (await Log.Read("d1", 0, Cancel)).ShouldHaveSingleItem().CommandId.ShouldBe("c1");
    }

    [Fact]
    public async Task No_version_is_left_out()
    {
        await LaunchAsync("d1", "CODE1");
        (await Append(4, "c1", "bank.1", "[]")).ShouldBe(new AppendAnswer.VersionConflict(0));
    }

    [Fact]
    public async Task Of_many_who_append_at_once_exactly_one_wins_each_version()
    {
        await LaunchAsync("d1", "CODE1");
        for (var version = 0; version < 5; version++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Append(version, $"c{version}-{n}", $"seat.{n}", "[]")));
            answers.OfType<AppendAnswer.Appended>().ShouldHaveSingleItem().Version.ShouldBe(version + 1);
            answers.OfType<AppendAnswer.VersionConflict>().Count().ShouldBe(19);
        }

        (await Log.Read("d1", 0, Cancel)).Select(row => row.Version).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_repeat_is_answered_with_its_row_whatever_the_version()
    {
        await LaunchAsync("d1", "CODE1");
        await Append(0, "c1", "bank.1", "[1]");
        await Append(1, "c2", "bank.1", "[2]");
        foreach (var version in new[] { 0L, 1, 2 })
        {
            (await Append(version, "c1", "bank.1", "[3]")).ShouldBeOfType<AppendAnswer.AlreadyThere>().Row.Events.ShouldBe("[1]");
        }

        (await Log.Read("d1", 0, Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_command_id_is_a_seats_own()
    {
        await LaunchAsync("d1", "CODE1");
        await LaunchAsync("d2", "CODE2");
        (await Append(0, "c1", "bank.1", "[]")).ShouldBeOfType<AppendAnswer.Appended>();
        (await Append(1, "c1", "police.1", "[]")).ShouldBeOfType<AppendAnswer.Appended>();
        (await Append(0, "c1", "bank.1", "[]", drill: "d2")).ShouldBeOfType<AppendAnswer.Appended>();
    }

    [Fact]
    public async Task Names_are_taken_letter_by_letter()
    {
        await LaunchAsync("d1", "CODE1");
        string[] commands = ["c1", "C1", "ç1", "c\u03271"];
        for (var version = 0; version < commands.Length; version++)
        {
            (await Append(version, commands[version], "bank.1", $"[{version}]")).ShouldBe(new AppendAnswer.Appended(version + 1));
        }

        (await Append(4, "c1", "BANK.1", "[4]")).ShouldBe(new AppendAnswer.Appended(5));
        (await Log.Find("d1", "bank.1", "C1", Cancel)).ShouldNotBeNull().Events.ShouldBe("[1]");
        (await Log.Find("D1", "bank.1", "C1", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_command_is_found_by_its_seat_and_id()
    {
        await LaunchAsync("d1", "CODE1");
        await Append(0, "c1", "bank.1", "[7]");
        (await Log.Find("d1", "bank.1", "c1", Cancel)).ShouldNotBeNull().Events.ShouldBe("[7]");
        (await Log.Find("d1", "police.1", "c1", Cancel)).ShouldBeNull();
        (await Log.Find("d2", "bank.1", "c1", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Wall_times_are_kept_in_utc_to_the_microsecond()
    {
        await LaunchAsync("d1", "CODE1");
        var inHanoi = new DateTimeOffset(2026, 3, 3, 19, 0, 0, TimeSpan.FromHours(7)).AddTicks(1_234_567);
        await Log.Append("d1", 0, "c1", "bank.1", 0, inHanoi, "[]");
        var kept = (await Log.Read("d1", 0, Cancel))[0].Wall;
        kept.Offset.ShouldBe(TimeSpan.Zero);
        kept.ShouldBe(inHanoi.AddTicks(-7));
    }

    [Fact]
    public async Task A_drill_that_does_not_exist_takes_no_rows()
    {
        await Should.ThrowAsync<Exception>(() => Append(0, "c1", "bank.1", "[]", drill: "nowhere"));
        (await Log.Read("nowhere", 0, Cancel)).ShouldBeEmpty();
    }

    private Task<AppendAnswer> Append(long expected, string command, string seat, string events, string drill = "d1") =>
        Log.Append(drill, expected, command, seat, (expected + 1) * 1_000, Noon, events);
}

public sealed class DrillLogOnSqlite() : DrillLogContract(new SqliteAcademy());

public sealed class DrillLogOnSqlServer() : DrillLogContract(new SqlServerAcademy());
