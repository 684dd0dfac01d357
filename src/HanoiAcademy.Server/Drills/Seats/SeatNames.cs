using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>Puts the names of controllers where a refusal names their seats: "An fired it", not "control.lead.1 fired it". The log and the rules know no names.</summary>
internal sealed class SeatNames(ISeatingPlan plan, IAccountDirectory accounts)
{
    public async Task<Answer> Into(string drill, Answer answer)
    {
        if (answer.Code is not ("already-delivered" or "pressed-already" or "claimed") || answer.Words.IsDefaultOrEmpty || !answer.Words.Any(IsSeat))
            return answer;
        var names = await People.Names(drill, plan, accounts, CancellationToken.None);
        return answer with { Words = [.. answer.Words.Select(word => IsSeat(word) && names.TryGetValue(word, out var name) && name.Length > 0 ? name : word)] };
    }

    private static bool IsSeat(string word) => new Actor(word).IsControl;
}
