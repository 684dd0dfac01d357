using System.Collections.Immutable;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Reports;

/// <summary>How far a reader's eye reaches: control's everywhere, a team's to its own, and after EndEx as far as control shares.</summary>
internal sealed class Reach(DrillState state, Scenario scenario, string? team)
{
    public bool All { get; } = team is null || (state.Status == "ended" && state.Sharing == Sharing.All);

    /// <summary>Of the drill where the others' points are shown, else the reader's own.</summary>
    public int Score => All || SharesScores ? Scoring.Score.OfDrill(state, scenario) : Scoring.Score.ForTeam(state, scenario, team!).Value;

    private bool SharesScores => state.Status == "ended" && state.Sharing == Sharing.Scores;

    public bool Has(string of) => All || of == team;

    /// <summary>Whether its points at least are shown.</summary>
    public bool Scores(Team of) => Has(of.Id) || (SharesScores && of.Side == "response");

    public bool Has(RequestState request) => All || Parties.SeesAsSender(scenario, request, team!) || Parties.SeesAsReceiver(scenario, request, team!);

    /// <summary>Each side keeps its own counsel, as it did while it played: what the other weighed, and how the other was judged, is not told.</summary>
    public RequestReport Cut(RequestState request, RequestReport report)
    {
        if (All)
            return report;
        var writes = Parties.SeesAsSender(scenario, request, team!);
        var receives = Parties.SeesAsReceiver(scenario, request, team!);
        ImmutableArray<RequestLine> line = [.. report.Line.Where(l => (receives || !RequestViews.ReceiversOwn.Contains(l.What)) && (writes || !RequestViews.WritersOwn.Contains(l.What)))];
        return report with
        {
            Clock = LegalClocks.Cut(report.Clock, line, writes),
            Status = receives ? report.Status : Parties.StatusSeenBySender(request),
            Line = line,
            AnswerFitted = receives ? report.AnswerFitted : null,
            FirstMistakes = writes ? report.FirstMistakes : [],
            LastMistakes = writes ? report.LastMistakes : [],
            Model = writes ? report.Model : null,
            Sender = writes ? report.Sender : null,
            Receiver = receives ? report.Receiver : null,
        };
    }
}
