using System.Text.Json;
using System.Text.Json.Nodes;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>An order as the platform keeps it: one store, one parcel.</summary>
internal sealed record SupplierOrder
{
    public required long Id { get; init; }

    public required string OutOrderId { get; init; }

    public required long StoreId { get; init; }

    public required string StoreName { get; init; }

    public required DateTimeOffset Placed { get; init; }

    public required string Currency { get; init; }

    public required decimal ProductAmount { get; init; }

    public required decimal ShippingAmount { get; init; }

    public required string Logistics { get; init; }

    public required string LogisticsCompany { get; init; }

    public required IReadOnlyList<SupplierOrderLine> Lines { get; init; }

    public required JsonObject Address { get; init; }

    public DateTimeOffset? Paid { get; init; }

    public DateTimeOffset? Cancelled { get; init; }

    /// <summary>Simulated days added by hand.</summary>
    public double AdvancedDays { get; init; }

    public decimal Total => ProductAmount + ShippingAmount;

    public JsonObject ToJson() => (JsonObject)JsonSerializer.SerializeToNode(this, Json.Compact)!;

    public static SupplierOrder From(JsonNode? node) =>
        node.Deserialize<SupplierOrder>(Json.Compact) ?? throw new InvalidDataException("An order record without an order.");
}

internal sealed record SupplierOrderLine(
    long ProductId, long SkuId, string SkuAttr, string Title, int Count, decimal UnitPrice, decimal ShippingFee, string? Memo);
