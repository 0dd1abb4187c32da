using System.Text.Json;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Fulfilment;

/// <summary>What is bought from one supplier store for one shopper's order; or, when dropped, what will not be bought and is refunded.</summary>
public sealed class SupplierOrder : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<SupplierOrder> Id { get; init; }
    public Id<Order> OrderId { get; init; }

    /// <summary>Order among those of one shopper's order, from 1.</summary>
    public int Number { get; init; }

    public required string ConnectorId { get; init; }
    public string? StoreId { get; init; }

    /// <summary>Lines as JSON (<see cref="SupplierOrderLine"/> list), fixed when planned.</summary>
    public required string Lines { get; init; }

    public SupplierOrderState State { get; set; }

    /// <summary>The supplier's own numbers; usually one.</summary>
    public List<string> SupplierNumbers { get; set; } = [];

    /// <summary>The supplier's own word for the state.</summary>
    public string? SupplierWord { get; set; }

    /// <summary>What it costs us, shipping included, in CAD: as quoted, then as charged where the supplier charges CAD.</summary>
    public Money Cost { get; set; }

    /// <summary>Dropped lines: what the shopper gets back, in CAD.</summary>
    public decimal? Refund { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PlacedAt { get; set; }
    public DateTimeOffset? BookedAt { get; set; }
    public DateTimeOffset? RefundedAt { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What a merchant should know: refused, unclear, no tracking for long, account not connected. Null when all is well.</summary>
    public string? Problem { get; set; }

    /// <summary>True when a person must be asked before its lines are ordered again.</summary>
    public bool NeedsDecision { get; set; }

    /// <summary>A refusal that a better address may cure.</summary>
    public bool AddressRefused { get; set; }

    /// <summary>The platform's reference at the supplier: the same for every attempt, at most 40 characters.</summary>
    public string Reference => $"so-{Id}";

    /// <summary>Its lines need not be ordered (again).</summary>
    public bool Covers => State is not (SupplierOrderState.Void or SupplierOrderState.Cancelled);

    /// <summary>Bought and not yet at its end.</summary>
    public bool UnderWay => State is SupplierOrderState.Placed or SupplierOrderState.Shipped;

    public IReadOnlyList<SupplierOrderLine> ReadLines() => JsonSerializer.Deserialize<List<SupplierOrderLine>>(Lines, KernelJson.Options)!;
}

public enum SupplierOrderState
{
    /// <summary>Intended; nothing was sent, or the supplier refused and said so.</summary>
    Planned,

    /// <summary>Sent, and nobody knows what became of it: looked up before anything else.</summary>
    Unclear,
    Placed,
    Shipped,
    Delivered,

    /// <summary>Cancelled by the supplier or by us; its lines are open again.</summary>
    Cancelled,

    /// <summary>Refused or given up before anything was bought; its lines are open again.</summary>
    Void,

    /// <summary>These lines will not be bought; the shopper is refunded.</summary>
    Dropped,
}

/// <param name="UnitCost">In CAD.</param>
public sealed record SupplierOrderLine(
    Id<Variant> Variant, int Quantity, string ProductId, string SupplierVariantId, string? OrderKey, string? ShippingCode, decimal UnitCost);
