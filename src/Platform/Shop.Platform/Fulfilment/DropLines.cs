using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Sourcing;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Writes down which lines will not be bought and what the shopper gets back: the intent of the refund that follows.</summary>
internal sealed class DropLines(CaseFile cases, IIdSource ids, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        foreach (var row in @case.Rows.Where(r => r.State == SupplierOrderState.Planned))
            row.State = SupplierOrderState.Void;
        var open = @case.Uncovered();
        var drop = (string?)context.Settings["what"] == "part" ? Chosen(context, open) : open;
        if (drop.Count == 0)
            return ActivityResult.Done();
        var refund = @case.RefundFor(drop);
        cases.Db.Add(new SupplierOrder
        {
            Id = ids.New<SupplierOrder>(),
            OrderId = @case.Order.Id,
            Number = @case.NextNumber,
            ConnectorId = "",
            State = SupplierOrderState.Dropped,
            Cost = Money.Zero("CAD"),
            Refund = refund.Amount,
            CreatedAt = time.GetUtcNow(),
            Lines = CaseFile.Write(drop.Select(l => new SupplierOrderLine(l.Variant, l.Quantity, "", "", null, null, 0m))),
        });
        return ActivityResult.Done(new JsonObject { ["refund"] = refund.Amount });
    }

    private static List<SupplyLine> Chosen(ActivityContext context, IReadOnlyList<SupplyLine> open)
    {
        var chosen = ((context.Data["plan"] as JsonObject)?["lines"] as JsonArray ?? []).OfType<JsonObject>()
            .ToDictionary(l => Id<Variant>.Parse((string)l["variant"]!, CultureInfo.InvariantCulture), l => (int)l["quantity"]!);
        return [.. open.Where(l => chosen.ContainsKey(l.Variant)).Select(l => l with { Quantity = Math.Min(l.Quantity, chosen[l.Variant]) })];
    }
}
