namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>What a cell says of when something comes, not yet in relation to any other.</summary>
internal abstract record TimeReading
{
    private TimeReading()
    {
    }

    /// <param name="At">A moment on the file's calendar, or in UTC.</param>
    /// <param name="IsUtc">Its distance from UTC is said, so that it is a moment for the whole world.</param>
    public sealed record Moment(DateTime At, bool IsUtc = false) : TimeReading;

    /// <summary>A date such as 03/04/2027: which number is the day, only the whole column shows.</summary>
    public sealed record EitherWay(int First, int Second, int Year, TimeSpan? At) : TimeReading;

    /// <summary>A day without a time of day.</summary>
    public sealed record Day(DateTime Date) : TimeReading;

    /// <summary>A time of day, of no day that is said here.</summary>
    public sealed record Clock(TimeSpan At) : TimeReading;

    /// <summary>A time on the first (0), second (1) … day of the exercise: Day 2, 09:30. Without a time of day it is a whole distance if it says so (J+1), else too little.</summary>
    public sealed record DayClock(int Offset, TimeSpan? At, bool IsDistance) : TimeReading;

    /// <summary>A distance from StartEx, which may lie before it.</summary>
    /// <param name="By">How far.</param>
    /// <param name="IsSpan">It is a span of hours over a day, so that what looks like a time of day beside it is a span too.</param>
    public sealed record Distance(TimeSpan By, bool IsSpan = false) : TimeReading;

    /// <summary>A number without a unit.</summary>
    public sealed record Bare(decimal Number, bool Clockwise) : TimeReading;

    /// <summary>Nothing that can be read as a time, and why, in words that end a sentence.</summary>
    public sealed record None(string Why) : TimeReading;
}
