using System.Globalization;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>What the tables hold of one account, and what follows from them.</summary>
internal sealed class Person(IReadOnlyList<PersonalTable> tables)
{
    private const string Launcher = "control.director.1";

    public IReadOnlyList<PersonalTable> Tables => tables;

    public string UserName => Text(Rows("Accounts")[0], "UserName");

    public string DisplayName => Text(Rows("Accounts")[0], "DisplayName");

    /// <summary>The seats of the plan, and the launcher's, which needs no line there.</summary>
    public IReadOnlyList<HeldSeat> Seats =>
    [
        .. Rows("DrillSeats").Select(row => new HeldSeat(Text(row, "Drill"), Text(row, "Title"), Text(row, "Seat"), Moment(row, "SinceWall"), Ended(row))),
        .. Rows("Drills").Where(row => Number(row, "IsAlone") == 0)
            .Select(row => new HeldSeat(Text(row, "Drill"), Text(row, "Title"), Launcher, Moment(row, "CreatedWall"), Ended(row))),
    ];

    /// <summary>Latest first.</summary>
    public IEnumerable<(string Drill, string Title)> Drills => Seats.OrderByDescending(seat => seat.Since).Select(seat => (seat.Drill, seat.Title));

    public static DateTimeOffset Moment(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(string table) => tables.First(one => one.Name == table).Rows;

    private static bool Ended(IReadOnlyDictionary<string, object?> row) => Text(row, "Status") == DrillStatus.Ended;

    private static string Text(IReadOnlyDictionary<string, object?> row, string name) => (string)row[name]!;

    private static long Number(IReadOnlyDictionary<string, object?> row, string name) => Convert.ToInt64(row[name], CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(IReadOnlyDictionary<string, object?> row, string name) => Moment(Number(row, name));
}
