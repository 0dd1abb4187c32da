using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Payments;
using Shop.Platform.Pricing.Tax;

namespace Shop.Platform.Ordering;

/// <summary>Registers carts, checkout and orders, and maps their API.</summary>
public static class OrderingSlice
{
    public static IServiceCollection AddOrdering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTaxes();
        services.AddSingleton<TrackingLimit>();
        services.AddScoped<ViewCart>().AddScoped<ChangeCart>().AddScoped<QuoteCheckout>().AddScoped<PlaceOrder>().AddScoped<PayOrder>().AddScoped<TrackOrder>();
        services.AddScoped<IOrders, Orders>();
        services.AddHandler<PaymentCaptured, RecordPayment>();
        services.AddHandler<PaymentFailed, RecordFailedPayment>();
        services.AddHandler<CheckoutExpired, EndExpiredOrder>();
        services.AddHandler<OrderStatusChanged, ReleasePayment>();
        return services;
    }

    /// <summary>Maps <c>/api/cart</c>, <c>/api/checkout</c> and <c>/api/orders</c> on store hosts, and the merchant's orders on the admin host.</summary>
    public static IEndpointRouteBuilder MapOrdering(this IEndpointRouteBuilder endpoints)
    {
        OrderingApi.Map(endpoints);
        OrdersAdminApi.Map(endpoints);
        return endpoints;
    }
}
