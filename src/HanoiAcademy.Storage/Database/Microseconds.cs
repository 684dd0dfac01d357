using System.Data;
using Dapper;

namespace HanoiAcademy.Storage.Database;

/// <summary>
/// Wall times are whole microseconds since 1970 UTC in every database: no database rounds them, none has a zone, and they sort.
/// </summary>
internal static class Microseconds
{
    public static long From(DateTimeOffset time) => Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.TicksPerMicrosecond) switch
    {
        (var whole, < 0) => whole - 1,
        var (whole, _) => whole,
    };

    public static DateTimeOffset ToTime(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>Dapper's own map would win over the handler for parameters, hence it goes first.</summary>
    public static void TeachDapper()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Handler());
    }

    private sealed class Handler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = From(value);
        }

        public override DateTimeOffset Parse(object value) => ToTime((long)value);
    }
}
