using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Realtime;

/// <summary>
/// Pages of a store, at <c>/hubs/store</c>. Server to client: <c>orderChanged(orderId, what)</c>, <c>stockChanged(variantId, stock, buyable)</c>.
/// </summary>
public sealed class StoreHub(IServiceProvider services) : TenantHub
{
    private const int MaxVariants = 100;

    /// <summary>Follows an order; only who knows its e-mail address may. False when there is no such order for them.</summary>
    public async Task<bool> FollowOrder(string orderId, string email)
    {
        if (!Id<Order>.TryParse(orderId, CultureInfo.InvariantCulture, out var id))
            return false;
        await using var scope = services.CreateTenantScope(Tenant);
        var order = await scope.ServiceProvider.GetRequiredService<IOrders>().FindAsync(id, Context.ConnectionAborted);
        if (order is null || !string.Equals(order.Email, email.Trim(), StringComparison.OrdinalIgnoreCase))
            return false;
        await Groups.AddToGroupAsync(Context.ConnectionId, Realtime.Groups.Order(Tenant, id), Context.ConnectionAborted);
        return true;
    }

    /// <summary>Follows the stock of variants; at most 100 at once.</summary>
    public async Task FollowStock(IReadOnlyList<string> variantIds)
    {
        foreach (var text in variantIds.Take(MaxVariants))
        {
            if (Id<Variant>.TryParse(text, CultureInfo.InvariantCulture, out var id))
                await Groups.AddToGroupAsync(Context.ConnectionId, Realtime.Groups.Variant(Tenant, id), Context.ConnectionAborted);
        }
    }
}
