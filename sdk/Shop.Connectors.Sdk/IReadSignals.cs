namespace Shop.Connectors.Sdk;

/// <summary>A source of market signals: search interest, best-seller ranks, retail statistics, exchange rates.</summary>
public interface IReadSignals
{
    /// <summary>Reads the series of a term. Reading only.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="term">Search term, category or series name, as the source understands it.</param>
    /// <param name="market">For whom.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>The series; a refusal page is a fault, never an empty series.</returns>
    Task<Answer<IReadOnlyList<Series>>> ReadSignalsAsync(IConnectorContext context, string term, Market market, CancellationToken cancellationToken);

    /// <summary>Values of one measure over time.</summary>
    /// <param name="Name">What is measured, for example <c>search-interest</c> or <c>FXCNYCAD</c>.</param>
    /// <param name="Unit">Unit of the values: <c>index-0-100</c>, <c>rank</c>, <c>CAD</c> …</param>
    /// <param name="Points">Observations, oldest first; an unknown one is absent, never 0.</param>
    public sealed record Series(string Name, string Unit, IReadOnlyList<KeyValuePair<DateTimeOffset, decimal>> Points)
    {
        /// <summary>Address a person can open to see it. Null when there is none.</summary>
        public string? Source { get; init; }
    }
}
