using Microsoft.AspNetCore.SignalR;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Realtime;

internal sealed class LiveUpdates(IHubContext<StoreHub> store, IHubContext<AdminHub> admin, ITenantAccessor tenant) : ILiveUpdates
{
    public async Task OrderChangedAsync(Id<Order> order, string what, CancellationToken cancellationToken)
    {
        await store.Clients.Group(Groups.Order(tenant.Required, order)).SendAsync("orderChanged", order.ToString(), what, cancellationToken);
        await admin.Clients.Group(Groups.Staff(tenant.Required)).SendAsync("orderChanged", order.ToString(), what, cancellationToken);
    }

    public Task StockChangedAsync(Id<Variant> variant, int? stock, bool buyable, CancellationToken cancellationToken) =>
        store.Clients.Group(Groups.Variant(tenant.Required, variant)).SendAsync("stockChanged", variant.ToString(), stock, buyable, cancellationToken);

    public Task ProgressAsync(string run, int done, int total, string text, CancellationToken cancellationToken) =>
        admin.Clients.Group(Groups.Staff(tenant.Required)).SendAsync("progress", run, done, total, text, cancellationToken);
}
