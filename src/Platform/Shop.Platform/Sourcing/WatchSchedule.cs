using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;

namespace Shop.Platform.Sourcing;

/// <summary>When an offer is looked at again: what sells is watched closely, drafts rarely, failures ever more slowly.</summary>
internal static class WatchSchedule
{
    public static readonly TimeSpan Selling = TimeSpan.FromHours(1);
    public static readonly TimeSpan OnSale = TimeSpan.FromHours(6);
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(24);

    /// <summary>A price or stock nobody could confirm for this long is not sold on.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(48);

    /// <summary>Shipping fees change slowly and cost a call of their own.</summary>
    public static readonly TimeSpan ShippingFreshFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan RecentSale = TimeSpan.FromDays(7);

    public static DateTimeOffset Next(SupplierOffer offer, Product? product, DateTimeOffset now)
    {
        if (now - offer.LastWantedAt < RecentSale)
            return now + Selling;
        return now + (product is { State: ProductState.Published } or { State: ProductState.Paused, PausedBy: PausedBy.Monitoring } ? OnSale : Quiet);
    }

    public static DateTimeOffset AfterFault(SupplierOffer offer, Fault fault, DateTimeOffset now)
    {
        var backOff = TimeSpan.FromMinutes(10 * Math.Pow(2, Math.Min(offer.Failures - 1, 5)));
        return now + (fault.RetryAfter > backOff ? fault.RetryAfter.Value : backOff);
    }
}
