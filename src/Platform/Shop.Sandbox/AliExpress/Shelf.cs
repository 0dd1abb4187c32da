using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Faults;

namespace Shop.Sandbox.AliExpress;

/// <summary>What is on the shelf now: the generated stock less what was ordered, the price with what faults do to it.</summary>
internal sealed class Shelf(OrderBook orders, FaultBoard faults, ExchangeRates rates)
{
    public int Stock(Product product, Sku sku) =>
        faults.Find(Gateway.Party, "", FaultKinds.SoldOut, Id(product)) is not null ? 0 : Math.Max(0, sku.InitialStock - orders.Taken(sku.Id));

    public decimal SaleCny(Product product, Sku sku) => Math.Round(sku.SaleCny * PriceFactor(product), 2, MidpointRounding.AwayFromZero);

    public decimal ListCny(Product product, Sku sku) => Math.Round(sku.ListCny * PriceFactor(product), 2, MidpointRounding.AwayFromZero);

    public decimal Sale(Product product, Sku sku, string currency) => In(SaleCny(product, sku), currency);

    public decimal List(Product product, Sku sku, string currency) => In(ListCny(product, sku), currency);

    public decimal In(decimal yuan, string currency) =>
        rates.Convert(yuan, "CNY", currency) ?? throw new ApiRefusalException("InvalidParameter", $"The currency {currency} is not supported");

    private decimal PriceFactor(Product product) =>
        faults.Find(Gateway.Party, "", FaultKinds.PriceJump, Id(product)) is { } jump ? 1 + ((jump.Percent ?? 30m) / 100m) : 1m;

    private static string Id(Product product) => product.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
