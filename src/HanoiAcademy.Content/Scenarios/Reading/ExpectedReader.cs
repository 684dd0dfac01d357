using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Expected acts: who, and one key that says what a good team does.</summary>
internal static class ExpectedReader
{
    private static readonly string[] Kinds = ["action", "decide", "request", "identify", "collect", "acquire", "preserve", "handOver", "receipt", "file", "message", "observe"];

    public static ExpectedAct Read(Item i)
    {
        var by = i.Refer("by", Thing.Role);
        var given = Kinds.Where(i.Has).ToArray();
        if (given.Length != 1)
        {
            i.Problems.Add(i.Fields.At, "expected-one", $"An expected act has ‘by’ and exactly one of {string.Join(", ", Kinds)}.");
            return new ExpectAction(by, "");
        }

        if (given[0] is "handOver" or "decide" or "message" && i.Fields.Node(given[0]) is YamlScalar plain)
        {
            i.Problems.Add(plain.At, "expected-form", $"‘{given[0]}’ says more than one thing; write {Form(given[0])}.");
            return new ExpectAction(by, "");
        }

        ExpectedAct act = given[0] switch
        {
            "action" => new ExpectAction(by, i.Refer("action", Thing.Action), FormsReader.Answers(i)),
            "decide" => i.One("decide", "an expected decision", d => Decide(by, d)),
            "request" => new ExpectRequest(by, i.Refer("request", Thing.Matter)),
            "collect" => new ExpectCollect(by, i.Refer("collect", Thing.Evidence)),
            "identify" => new ExpectIdentify(by, i.Refer("identify", Thing.Evidence)),
            "acquire" => new ExpectAcquire(by, i.Refer("acquire", Thing.Evidence)),
            "preserve" => new ExpectPreserve(by, i.Refer("preserve", Thing.Evidence)),
            "receipt" => new ExpectReceipt(by, i.Refer("receipt", Thing.Evidence)),
            "file" => new ExpectFile(by, i.Refer("file", Thing.Court)),
            "handOver" => i.One("handOver", "an expected handover", h => new ExpectHandOver(by, h.Refer("evidence", Thing.Evidence), h.Refer("team", Thing.Team))),
            "observe" => new ExpectObserved(by, i.Text("observe")),
            _ => i.One("message", "an expected message", m => Message(by, m)),
        };
        return i.Binding.Register.Part(act, i.Fields.At);
    }

    private static string Form(string kind) => kind switch
    {
        "handOver" => "handOver: { evidence: …, team: … }",
        "decide" => "decide: { decision: …, option: … }",
        _ => "message: { to: …, text: … }",
    };

    private static ExpectDecision Decide(string by, Item i)
    {
        var decision = i.Refer("decision", Thing.Decision);
        return new(by, decision, i.Refer("option", Thing.Option, decision + "/"));
    }

    private static ExpectMessage Message(string by, Item i)
    {
        var message = new ExpectMessage(by, i.Refer("to", Thing.Contact), i.Text("text"));
        if (message.Text.In(i.Binding.Language, i.Binding.Language).Length > MostMessage)
            i.Fields.Wrong("text", "message-too-long", $"A message takes {MostMessage} characters; shorten the model text.");
        return message;
    }

    private const int MostMessage = 4_000;
}
