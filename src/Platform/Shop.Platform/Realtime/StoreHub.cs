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

    /// <summary>Follows the order of a tracking token, the one in the shopper's link. False when there is none.</summary>
    public async Task<bool> FollowOrder(string token)
    {
        await using var scope = services.CreateTenantScope(Tenant);
        if (await scope.ServiceProvider.GetRequiredService<TrackOrder>().ByTokenAsync(token, Context.ConnectionAborted) is not { } order)
            return false;
        await Groups.AddToGroupAsync(Context.ConnectionId, Realtime.Groups.Order(Tenant, order.Id), Context.ConnectionAborted);
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
