using Shop.Connectors.Sdk;

namespace Shop.Connectors.GoogleTrends;

/// <summary>Weekly search interest from Google Trends.</summary>
public sealed class GoogleTrendsConnector : IReadSignals
{
    private const int MostTerms = 5;

    /// <inheritdoc/>
    public async Task<Answer<IReadOnlyList<IReadSignals.Series>>> ReadSignalsAsync(
        IConnectorContext context, string term, Market market, CancellationToken cancellationToken)
    {
        if (term.StartsWith("category:", StringComparison.Ordinal))
            return new Fault(FaultKind.Unsupported, "Google Trends is asked for words, not for categories.");
        var terms = term.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (terms.Length is 0 or > MostTerms)
            return new Fault(FaultKind.BadInput, $"Give one to {MostTerms} search terms, separated by semicolons.");

        var explored = await GoogleTrendsClient.ExploreAsync(context, terms, market, cancellationToken);
        if (explored.Failed(out var refusal, out var explore)) return refusal;
        var found = GoogleTrendsMapping.Widget(explore);
        if (found.Failed(out var changed, out var widget)) return changed;
        var answered = await GoogleTrendsClient.MultilineAsync(context, widget, market, cancellationToken);
        return answered.Failed(out var fault, out var multiline) ? fault : GoogleTrendsMapping.Series(multiline, terms, market);
    }
}
