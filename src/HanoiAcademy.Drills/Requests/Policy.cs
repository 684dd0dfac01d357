using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What an authority without people answers, from its State's profile and the matter's truth alone; an author writes only exceptions.</summary>
internal static class Policy
{
    public static void Answer(Turn turn, string id)
    {
        var request = turn.State.Requests[id];
        var profile = Parties.StateOf(turn.Scenario, request.Receiver);
        if (WarnsFirst(request, profile))
        {
            turn.Emit(new SenderWarned(turn.At, id, request.Receiver, turn.Story, "cannot-keep-confidential", ""), "sender-warned " + id);
            return;
        }

        var command = Command(turn, request, profile);
        if (command is null)
            turn.Emit(new RequestVerified(turn.At, id, request.Receiver, turn.Story, false, "register"), "request-verified " + id);
        else
            Answering.Answer(turn, request, command, request.Receiver);
    }

    private static AnswerRequest? Command(Turn turn, RequestState request, StateProfile? profile)
    {
        var scenario = turn.Scenario;
        var id = request.Id;
        var matter = ScenarioIndex.Of(scenario).Matters.Find(request.Matter);
        var fitting = Fitting.AnswerTo(scenario, request, turn.State);
        if (fitting == "not-authentic")
            return null;
        if (matter?.Exception is { } own && own.Answer == fitting)
            return new AnswerRequest(id, own.Answer, [], own.Ground, Say(scenario, own.Reasons), Say(scenario, own.Conditions), Scope: own.Scope);
        return AnswerWords.MoveOf(fitting) switch
        {
            "forward" => new AnswerRequest(id, "forward", [], To: scenario.Authorities.First(a => a.Id == request.Receiver).ForwardTo!),
            "return" => new AnswerRequest(id, fitting, [.. Fitting.Missing(scenario, request, matter)]),
            "consult" => new AnswerRequest(id, "consult", [], Scope: matter?.Needed),
            "refuse" => new AnswerRequest(id, fitting, [], Ground: fitting == "refuse" ? GroundOf(request, matter) : ""),
            "tell" => new AnswerRequest(id, fitting, []),
            _ when matter is { DualCriminal: false } && profile is not null && profile.DualCriminality.Contains(request.Form.Kind) => new AnswerRequest(id, "refuse", [], Ground: "dual-criminality"),
            _ => new AnswerRequest(id, fitting, [], Conditions: fitting == "grant-with-conditions" && profile is not null ? Say(scenario, profile.PersonalData) : ""),
        };
    }

    public static string GroundOf(RequestState request, Matter? matter) =>
        matter is { Discriminatory: true } ? "discriminatory-purpose"
        : request.Mistakes.Contains("order-abroad") ? "outside-territory"
        : request.Form.Kind == "provider" ? "provider-policy"
        : "not-in-conformity";

    /// <summary>Its law makes it tell those concerned: the sender is asked before anything is done.</summary>
    private static bool WarnsFirst(RequestState request, StateProfile? profile) =>
        profile is { KeepsConfidential: false } && !request.Warned.Contains("cannot-keep-confidential") && request.Form.Fields.GetValueOrDefault("confidential", "").Trim().Length > 0;

    private static string Say(Scenario scenario, Text text) => text.In(scenario.Language, scenario.Language);
}
