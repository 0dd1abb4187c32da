namespace Shop.Connectors.AmazonCa.Wire;

/// <summary>What one card states; null is unknown.</summary>
internal sealed record Card(string Asin)
{
    public int? Rank { get; init; }

    public string? Title { get; init; }

    public decimal? Rating { get; init; }

    public int? Ratings { get; init; }

    public Shop.Connectors.Sdk.Amount? Price { get; init; }
}
