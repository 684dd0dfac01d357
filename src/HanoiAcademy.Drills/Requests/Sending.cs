using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Requests;

/// <summary>
/// A form as it goes to a receiver, and what is known of the moment. The moment's facts have harmless defaults, so that an author's model is
/// judged at its best.
/// </summary>
public sealed record Sending(Scenario Scenario, RequestForm Form, Matter? Matter, string Receiver)
{
    public bool Authorised { get; init; } = true;
    public bool DataGone { get; init; }

    /// <summary>All the data it needs are, or were, kept by an earlier request.</summary>
    public bool KeptBefore { get; init; } = true;

    /// <summary>Some stop-payment request on the property went out before.</summary>
    public bool StoppedBefore { get; init; } = true;

    /// <summary>A request for the same was refused before.</summary>
    public bool RefusedBefore { get; init; }

    /// <summary>It goes out later than the matter's time.</summary>
    public bool Late { get; init; }

    /// <summary>Story time at which it goes out; null when only the form is judged.</summary>
    public long? Story { get; init; }

    public RequestKind Kind => RequestKinds.Of(Form.Kind);

    public Authority? To => ScenarioIndex.Of(Scenario).Authorities.Find(Receiver);

    public Authority? From => ScenarioIndex.Of(Scenario).Authorities.Find(Form.From);

    public StateProfile? ToState => To is { } to ? ScenarioIndex.Of(Scenario).States.Find(to.State) : null;

    public bool Abroad => From is { } from && To is { } to && from.State != to.State;

    public bool Asks(string dataClass) => Form.Scope.Classes.Contains(dataClass);

    /// <summary>The field is there, with every fact the matter lists for it.</summary>
    public bool Says(string field) => FormFacts.Complete(Form, field, Matter);
}
