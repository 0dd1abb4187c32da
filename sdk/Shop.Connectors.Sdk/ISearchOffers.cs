namespace Shop.Connectors.Sdk;

/// <summary>Finds offers by words.</summary>
public interface ISearchOffers
{
    /// <summary>Searches. Reading only: may be repeated.</summary>
    /// <param name="context">The connector's world for this call.</param>
    /// <param name="words">What to look for, in the market's language; not empty.</param>
    /// <param name="pageNumber">Page, from 1. A page beyond the end is empty, not a fault.</param>
    /// <param name="market">For whom.</param>
    /// <param name="cancellationToken">Ends the call at its deadline.</param>
    /// <returns>A page of offers in the supplier's order, without duplicates within the page.</returns>
    Task<Answer<Page>> SearchAsync(IConnectorContext context, string words, int pageNumber, Market market, CancellationToken cancellationToken);

    /// <summary>One page of a search.</summary>
    /// <param name="Offers">Offers with what the list states; the rest is unknown.</param>
    public sealed record Page(IReadOnlyList<Offer> Offers)
    {
        /// <summary>All hits as the supplier counts them. Null when not stated.</summary>
        public long? Total { get; init; }

        /// <summary>Is there a next page? Null when the answer does not tell.</summary>
        public bool? More { get; init; }
    }
}
