using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Kernel.Outbox;
using Shop.Platform.Ordering;
using Shop.Platform.Workflows;

namespace Shop.Platform.Fulfilment;

/// <summary>A paid order is fulfilled by one workflow, however often the payment is told.</summary>
internal sealed class StartFulfilment(ShopDb db, IWorkflows workflows, IOptions<FulfilmentOptions> options) : IHandle<OrderPaid>
{
    public async Task HandleAsync(OrderPaid @event, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["orderId"] = @event.OrderId.ToString(), ["coolingOffSeconds"] = options.Value.CoolingOffSeconds };
        await workflows.StartAsync("fulfil-order", @event.OrderId.ToString(), input, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
