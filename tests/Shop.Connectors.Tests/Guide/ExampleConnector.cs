using System.Text.Json;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.Guide;

/// <summary>The example of docs/connectors.md.</summary>
public sealed class ExampleConnector : IReadOffer
{
    public string? RecognizeAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host == "shop.example.com" && uri.AbsolutePath.StartsWith("/p/", StringComparison.Ordinal)
            ? uri.AbsolutePath["/p/".Length..]
            : null;

    public async Task<Answer<Offer>> ReadAsync(IConnectorContext context, string productId, Market market, CancellationToken cancellationToken)
    {
        var call = new HttpCall("api", "/products")
        {
            Query = new Dictionary<string, string> { ["id"] = HttpCall.Literal(productId), ["token"] = "{secret:token}" },
        };
        var sent = await context.SendAsync(call, cancellationToken);
        if (sent.Failed(out var fault, out var answer)) return fault;
        if (answer.Status == 404) return new Fault(FaultKind.NotFound, "The supplier says that this product does not exist.");
        var read = ReadDocument(answer.Body, market);
        return read.Failed(out fault, out var offer) ? fault : offer with { SeenAt = answer.At };
    }

    public Answer<Offer> ReadDocument(string document, Market market)
    {
        if (Parse(document) is not { } json) return Changed("(whole answer)");
        if (Text(json, "id") is not { } id) return Changed("id");
        if (Text(json, "title") is not { } title) return Changed("title");
        if (!json.TryGetProperty("price", out var price) || !price.TryGetDecimal(out var value)) return Changed("price");
        if (Text(json, "currency") is not { } currency) return Changed("currency");
        int? stock = json.TryGetProperty("stock", out var pieces) && pieces.TryGetInt32(out var count) ? count : null;
        return new Offer(id, title)
        {
            Price = stock == 0 ? null : new Amount(value, currency),
            Available = stock is null ? null : stock > 0,
            Stock = stock,
            Variants = [new OfferVariant(id) { Price = new Amount(value, currency), Stock = stock }],
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Fault Changed(string field) =>
        new(FaultKind.LayoutChanged, "The supplier's answer has changed. The connector needs an update.") { Field = field };

    private static JsonElement? Parse(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
