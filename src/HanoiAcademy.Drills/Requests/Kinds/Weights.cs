namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>What a mistake costs of a request's points (requests.md, section 5): minor a tenth, major half, fatal all and a penalty.</summary>
public static class Weights
{
    public static readonly IReadOnlyList<string> All = ["none", "minor", "major", "fatal"];

    /// <summary>Any code that is not named here is major.</summary>
    public static string Of(string code) => code switch
    {
        "no-time-zone" or "untranslated" => "minor",
        "not-acknowledged" or "late-acknowledgement" or "late-answer" or "not-verified" or "progress-untold" or "no-fact" or "no-register-date" => "minor",
        "no-authorisation" or "order-abroad" or "acts-without-host" or "served-false-sender" or "helped-persecution" or "refused-sound" => "fatal",
        _ => "major",
    };

    public static int Percent(string weight) => weight switch
    {
        "none" => 0,
        "minor" => 10,
        "fatal" => 100,
        _ => 50,
    };
}
