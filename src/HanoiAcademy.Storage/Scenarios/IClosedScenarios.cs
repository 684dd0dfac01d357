namespace HanoiAcademy.Storage.Scenarios;

public interface IClosedScenarios
{
    /// <summary>Those that are closed at this moment, by scenario and agency in ordinal order; what has been waited for keeps nothing closed any more.</summary>
    Task<IReadOnlyList<ClosedScenario>> List(DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Puts this in place of what the agency said of the scenario before.</summary>
    Task Close(ClosedScenario closed);

    /// <summary>False when this agency had not closed it.</summary>
    Task<bool> Open(string scenarioId, string agencyId);
}
