using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel;
using Shop.Platform.Sourcing;
using Shop.Platform.Tenancy;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>
/// Asks the suppliers again what the open lines cost, checks the margin and writes down what will be bought: the intent, committed before anything
/// is sent. Everything that stands in the way becomes one question to the merchant.
/// </summary>
internal sealed class PlanSupply(
    CaseFile cases, ISupply supply, IOptions<FulfilmentOptions> options, ITenants tenants, IIdSource ids, TimeProvider time) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        foreach (var row in @case.Rows.Where(r => r.State == SupplierOrderState.Planned))
            row.State = SupplierOrderState.Void;
        if (@case.Rows.Where(r => r.NeedsDecision).ToList() is { Count: > 0 } undecided)
            return await AskAboutAsync(@case, undecided, cancellationToken);
        var open = @case.Uncovered();
        if (open.Count == 0)
            return new(@case.Rows.Any(r => r.Covers && r.State != SupplierOrderState.Dropped) ? "ready" : "nothing");
        var quoted = await supply.QuoteAsync(open, @case.Order.ShipTo.Province, fresh: true, cancellationToken);
        return quoted.Failed(out var problem, out var quote)
            ? await CannotQuoteAsync(context, @case, open, problem, cancellationToken)
            : await DecideAsync(context, @case, open, quote, cancellationToken);
    }

    private async Task<ActivityResult> DecideAsync(
        ActivityContext context, OrderCase @case, IReadOnlyList<SupplyLine> open, SupplyQuote quote, CancellationToken cancellationToken)
    {
        var cost = quote.Cost + Money.Sum(@case.Rows.Where(r => r.Covers && r.State != SupplierOrderState.Dropped).Select(r => r.Cost), "CAD");
        var limits = (await tenants.CurrentAsync(cancellationToken)).Settings;
        if (cost.Amount > Accepted(context) && MarginGuard.Check(@case, cost, await SpentTodayAsync(@case, cancellationToken), limits, options.Value) is { } trip)
            return ActivityResult.AskPerson(Questions.Price(@case, trip, cost, await OthersAsync(@case, open, cancellationToken), options.Value));
        var number = @case.NextNumber;
        foreach (var group in quote.Groups)
            cases.Db.Add(Plan(@case, group, number++));
        return new("ready", new JsonObject { ["cost"] = cost.Amount, ["groups"] = quote.Groups.Count });
    }

    private async Task<ActivityResult> CannotQuoteAsync(
        ActivityContext context, OrderCase @case, IReadOnlyList<SupplyLine> open, Problem problem, CancellationToken cancellationToken)
    {
        if (problem.Kind is ProblemKind.Unavailable or ProblemKind.Limit)
        {
            return time.GetUtcNow() - context.FirstStartedAt < options.Value.Hours(1)
                ? ActivityResult.Again(options.Value.Hours(1) / 60) : ActivityResult.AskPerson(Questions.Unreachable(@case, problem.Message, options.Value));
        }
        // One line can spoil the whole quote: find which, so that the rest need not be given up with it.
        var bad = new List<SupplyLine>();
        foreach (var line in open)
        {
            if ((await supply.QuoteAsync([line], @case.Order.ShipTo.Province, fresh: false, cancellationToken)).Failed(out _, out _))
                bad.Add(line);
        }
        bad = bad.Count == 0 ? [.. open] : bad;
        return ActivityResult.AskPerson(Questions.SoldOut(@case, bad, problem.Message, await OthersAsync(@case, bad, cancellationToken), options.Value));
    }

    private async Task<ActivityResult> AskAboutAsync(OrderCase @case, List<SupplierOrder> undecided, CancellationToken cancellationToken)
    {
        var first = undecided[0];
        first.NeedsDecision = false;
        var lines = first.ReadLines().Select(l => new SupplyLine(l.Variant, l.Quantity)).ToList();
        return ActivityResult.AskPerson(Questions.Refused(@case, first, await OthersAsync(@case, lines, cancellationToken), options.Value));
    }

    private SupplierOrder Plan(OrderCase @case, SupplyGroup group, int number) => new()
    {
        Id = ids.New<SupplierOrder>(),
        OrderId = @case.Order.Id,
        Number = number,
        ConnectorId = group.ConnectorId,
        StoreId = group.StoreId,
        Cost = group.Cost,
        CreatedAt = time.GetUtcNow(),
        Lines = CaseFile.Write(group.Lines.Select(l => new SupplierOrderLine(
            l.Variant, l.Quantity, l.ProductId, l.SupplierVariantId, l.OrderKey, group.ShippingCode, l.UnitCost.Amount))),
    };

    private async Task<IReadOnlyList<Questions.Other>> OthersAsync(OrderCase @case, IReadOnlyList<SupplyLine> lines, CancellationToken cancellationToken)
    {
        var others = new List<Questions.Other>();
        foreach (var line in lines)
        {
            var found = await supply.AlternativesAsync(line.Variant, line.Quantity, @case.Order.ShipTo.Province, cancellationToken);
            others.AddRange(found.Select(o => new Questions.Other(line, o)));
        }
        return [.. others.OrderByDescending(o => o.Offer.MatchScore).ThenBy(o => o.Offer.UnitCost.Amount)];
    }

    /// <summary>What a person allowed when last asked.</summary>
    private static decimal Accepted(ActivityContext context) => (decimal?)(context.Data[context.Step] as JsonObject)?["acceptedCost"] ?? 0m;

    private async Task<decimal> SpentTodayAsync(OrderCase @case, CancellationToken cancellationToken)
    {
        var today = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        return await cases.Db.Set<SupplierOrder>().Where(r => r.PlacedAt >= today && r.OrderId != @case.Order.Id).SumAsync(r => r.Cost.Amount, cancellationToken);
    }
}
