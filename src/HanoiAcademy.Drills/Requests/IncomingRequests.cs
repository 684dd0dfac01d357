using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Requests that the author wrote, from authorities without people.</summary>
internal static class IncomingRequests
{
    public static void Arrive(Turn turn, string id)
    {
        if (turn.State.Requests.ContainsKey(id))
            return;
        var incoming = turn.Scenario.IncomingRequests.First(x => x.Id == id);
        var matter = turn.Scenario.Matters.First(m => m.Id == incoming.Matter);
        var mistakes = Judgement.Judge(AtSending.Of(turn, incoming.Form, matter, incoming.Form.To, authorised: true));
        turn.Emit(new RequestReceived(turn.At, id, id, turn.Story, incoming.Form, matter.Id, mistakes), "request-received " + id);
        Following.Arrived(turn, id);
    }
}
