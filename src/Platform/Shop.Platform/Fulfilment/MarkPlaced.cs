using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>Tells the order that everything is placed; and what has been shipped meanwhile, when one part waited for a person.</summary>
internal sealed class MarkPlaced(CaseFile cases, IOrders orders) : IActivity
{
    public async Task<ActivityResult> RunAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        var @case = await cases.OpenAsync(context, cancellationToken);
        (await orders.MarkPlacedAsync(@case.Order.Id, cancellationToken)).OrThrow();
        var numbers = await cases.Db.Set<Shipment>().Where(s => s.OrderId == @case.Order.Id).Select(s => s.TrackingNumber).ToListAsync(cancellationToken);
        if (numbers.Count > 0)
            (await orders.MarkShippedAsync(@case.Order.Id, numbers, cancellationToken)).OrThrow();
        return ActivityResult.Done();
    }
}

internal static class OutcomeThrows
{
    /// <summary>For outcomes that cannot fail here unless there is a bug.</summary>
    public static void OrThrow<T>(this Outcome<T> outcome)
    {
        if (outcome.Failed(out var problem, out _))
            throw new InvalidOperationException($"{problem.Code}: {problem.Message}");
    }
}
