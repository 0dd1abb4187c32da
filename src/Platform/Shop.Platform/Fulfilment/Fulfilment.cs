using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Fulfilment;

public static class FulfilmentSlice
{
    public static IServiceCollection AddFulfilment(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FulfilmentOptions>(configuration.GetSection("Fulfilment"));
        services.AddScoped<CaseFile>();
        services.AddScoped<SupplierOrderEnd>();
        services.AddScoped<ParcelRecords>();
        services.AddScoped<ShopperMails>();
        services.AddScoped<IShipments, ShipmentReads>();
        services.AddHandler<OrderPaid, StartFulfilment>();
        services.AddHandler<SupplierOrderClosed, SignalClosed>();
        services.AddHandler<ParcelMoved, TellWatchers>();
        services.AddWorkflow("fulfil-order");
        services.AddWorkflow("follow-supplier-order");
        return services.AddActivities();
    }

    public static IEndpointRouteBuilder MapFulfilment(this IEndpointRouteBuilder routes)
    {
        ReadFulfilment.Map(routes);
        return routes;
    }

    private static IServiceCollection AddActivities(this IServiceCollection services) => services
        .AddActivity<PlanSupply>("fulfilment.plan", ActivityTraits.Guard,
            "ready", "nothing", "accept-loss", "other-offer", "correct-address", "again", "wait", "refund-part", "refund")
        .AddActivity<SwitchOffer>("fulfilment.switch-offer", "done", "failed")
        .AddActivity<ChangeAddress>("fulfilment.change-address", "done", "failed")
        .AddActivity<PlaceSupplierOrder>("fulfilment.place", ActivityTraits.Effect, "placed", "all", "refused", "again", "bought", "not-bought", "refund")
        .AddActivity<AdoptFound>("fulfilment.adopt", "done")
        .AddActivity<ReleaseUnclear>("fulfilment.release", "done")
        .AddActivity<BookCost>("fulfilment.book-cost", "done")
        .AddActivity<MarkPlaced>("fulfilment.mark-placed", "done")
        .AddActivity<CheckOpen>("fulfilment.check", "open", "replan", "closed")
        .AddActivity<CancelPlaced>("fulfilment.cancel-placed", ActivityTraits.Effect, "done")
        .AddActivity<DropLines>("fulfilment.drop", "done")
        .AddActivity<RefundDropped>("fulfilment.refund", ActivityTraits.Effect, "done", "again", "by-hand")
        .AddActivity<SettleByHand>("fulfilment.settle-by-hand", "done")
        .AddActivity<CloseOrder>("fulfilment.close", "done")
        .AddActivity<FollowSupplierOrder>("fulfilment.follow", "delivered", "cancelled");
}
