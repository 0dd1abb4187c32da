namespace Shop.Connectors.GoogleTrends.Wire;

/// <summary>What <c>explore</c> hands out for the line chart.</summary>
/// <param name="Request">JSON, given back unchanged.</param>
internal sealed record Widget(string Token, string Request);
