using System.Text.Json.Nodes;
using Shop.Platform.Kernel;
using Shop.Platform.Sourcing;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>The questions fulfilment puts to the merchant, and what each choice does.</summary>
internal static class Questions
{
    public static HumanTaskRequest Price(OrderCase @case, MarginGuard.Trip trip, Money cost, IReadOnlyList<Other> others, FulfilmentOptions options) => new(
        trip.Kind, $"Order {@case.Order.Number}: {trip.Reason}", Details(@case, trip.Reason),
        [
            new("accept-loss", "Order it all the same", $"It is ordered for up to {cost.Round()}.") { Output = new() { ["acceptedCost"] = cost.Amount } },
            .. OtherOffers(others), .. Waits(options), Refund(@case),
        ]);

    public static HumanTaskRequest SoldOut(OrderCase @case, IReadOnlyList<SupplyLine> bad, string reason, IReadOnlyList<Other> others, FulfilmentOptions options)
    {
        var titles = string.Join(", ", bad.Select(l => @case.TitleOf(l.Variant)));
        return new("sold-out", $"Order {@case.Order.Number}: {titles} cannot be bought", Details(@case, reason),
            [.. OtherOffers(others), .. Waits(options), .. RefundPart(@case, bad), Refund(@case)]);
    }

    public static HumanTaskRequest Refused(OrderCase @case, SupplierOrder row, IReadOnlyList<Other> others, FulfilmentOptions options) => new(
        row.AddressRefused ? "address-refused" : row.State == SupplierOrderState.Cancelled ? "supplier-cancelled" : "supplier-refused",
        $"Order {@case.Order.Number}: {row.Problem}", Details(@case, row.Problem),
        [
            .. row.AddressRefused ? [Address(@case)] : Array.Empty<HumanTaskChoice>(),
            new("again", "Try again", "It is quoted and ordered again as it is."),
            .. OtherOffers(others), .. Waits(options),
            .. RefundPart(@case, [.. row.ReadLines().Select(l => new SupplyLine(l.Variant, l.Quantity))]), Refund(@case),
        ]);

    public static HumanTaskRequest Unreachable(OrderCase @case, string reason, FulfilmentOptions options) => new(
        "supplier-unreachable", $"Order {@case.Order.Number}: the supplier has not answered for an hour", Details(@case, reason),
        [new("again", "Try again", "The supplier is asked again."), .. Waits(options), Refund(@case)]);

    public static HumanTaskRequest NotConnected(OrderCase @case, SupplierOrder row, string reason) => new(
        "supplier-account", $"Order {@case.Order.Number}: {reason}", Details(@case, reason, row),
        [new("again", "Done, go on", "The order is placed."), Refund(@case)]);

    /// <summary>Nobody can look it up: a person looks at the supplier's site. Never tried again blindly.</summary>
    public static HumanTaskRequest Unclear(OrderCase @case, SupplierOrder row, string reason) => new(
        "order-unclear", $"Order {@case.Order.Number}: was it bought at {row.ConnectorId}?", Details(@case, reason, row),
        [
            new("bought", "It was bought", "The supplier's order is followed from here.") { Fields = new Dictionary<string, string> { ["supplierOrderNumber"] = "The supplier's order number" } },
            new("not-bought", "It was not bought", "It is ordered once more."),
        ]);

    public static HumanTaskRequest RefundFailed(OrderCase @case, string reason, Money amount) => new(
        "refund-failed", $"Order {@case.Order.Number}: {amount} could not be refunded", Details(@case, reason),
        [new("again", "Try again", "The refund is asked for again."), new("by-hand", "I refunded it myself", "The order goes on as refunded.")]);

    private static HumanTaskChoice Refund(OrderCase @case) =>
        new("refund", "Refund and end", $"What is not under way is cancelled at the supplier where possible and refunded (order total {@case.Order.Total.Round()}).");

    private static IEnumerable<HumanTaskChoice> RefundPart(OrderCase @case, IReadOnlyList<SupplyLine> lines)
    {
        var pieces = @case.Order.Lines.Sum(l => l.Quantity);
        if (lines.Sum(l => l.Quantity) >= pieces)
            yield break;
        yield return new("refund-part", "Refund only this part", $"{@case.RefundFor(lines).Round()} goes back to the shopper; the rest is delivered.")
        {
            Output = new() { ["lines"] = new JsonArray([.. lines.Select(l => new JsonObject { ["variant"] = l.Variant.ToString(), ["quantity"] = l.Quantity })]) },
        };
    }

    private static IEnumerable<HumanTaskChoice> OtherOffers(IReadOnlyList<Other> others) => others.Take(3).Select((other, i) => new HumanTaskChoice(
        $"other-offer-{i + 1}", $"Take “{other.Offer.Title}” from {other.Offer.ConnectorId}",
        $"{(other.Offer.UnitCost * other.Line.Quantity + other.Offer.ShippingFee).Round()} with shipping. {other.Offer.Why}")
    {
        Outcome = "other-offer",
        Output = new()
        {
            ["variant"] = other.Line.Variant.ToString(),
            ["connectorId"] = other.Offer.ConnectorId,
            ["productId"] = other.Offer.ProductId,
            ["supplierVariantId"] = other.Offer.SupplierVariantId,
        },
    });

    private static IEnumerable<HumanTaskChoice> Waits(FulfilmentOptions options) => new[] { 1, 6, 24 }.Select(hours => new HumanTaskChoice(
        $"wait-{hours}", hours == 1 ? "Wait an hour" : $"Wait {hours} hours", "Then it is tried again.")
    {
        Outcome = "wait",
        Output = new() { ["seconds"] = options.Hours(hours).TotalSeconds },
    });

    private static HumanTaskChoice Address(OrderCase @case) => new("correct-address", "Correct the address", $"It is ordered to the new address ({@case.Order.ShipTo.Province} stays, for the taxes).")
    {
        Fields = new Dictionary<string, string>
        {
            ["name"] = "Name",
            ["line1"] = "Street and number",
            ["city"] = "City",
            ["postalCode"] = "Postal code",
            ["phone"] = "Phone",
        },
    };

    private static JsonObject Details(OrderCase @case, string? reason, SupplierOrder? row = null) => new()
    {
        ["orderId"] = @case.Order.Id.ToString(),
        ["orderNumber"] = @case.Order.Number,
        ["reason"] = reason,
        ["total"] = @case.Order.Total.ToString(),
        ["expectedCost"] = @case.Order.ExpectedCost.ToString(),
        ["reference"] = row?.Reference,
        ["connectorId"] = row?.ConnectorId,
        ["lines"] = new JsonArray([.. @case.Order.Lines.Select(l => (JsonNode)$"{l.Quantity} × {l.Title}")]),
    };

    /// <param name="Line">What it would replace.</param>
    internal sealed record Other(SupplyLine Line, AlternativeOffer Offer);
}
