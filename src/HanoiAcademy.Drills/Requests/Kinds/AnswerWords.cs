namespace HanoiAcademy.Drills.Requests.Kinds;

/// <summary>What each word of an answer does to a request: grant, tell (nothing is left to hand over or to hold), return, consult, forward, postpone, refuse.</summary>
internal static class AnswerWords
{
    public static string MoveOf(string answer) => answer switch
    {
        "grant" or "grant-in-part" or "grant-with-conditions" => "grant",
        "nil" or "moved-on" or "paid-out" or "not-found" => "tell",
        "return" or "order-needed" => "return",
        "consult" => "consult",
        "forward" => "forward",
        "postpone" => "postpone",
        "refuse" or "not-an-emergency" or "needs-mla" or "coordinate" => "refuse",
        _ => "",
    };

    /// <summary>Refusals that say by themselves why, and offer another way.</summary>
    public static bool NeedsGround(string answer) => answer == "refuse";
}
