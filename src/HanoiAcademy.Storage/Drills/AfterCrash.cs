namespace HanoiAcademy.Storage.Drills;

/// <summary>What a running drill does once the server is back.</summary>
public static class AfterCrash
{
    public const string Pause = "pause";
    public const string GoOn = "go-on";
}
