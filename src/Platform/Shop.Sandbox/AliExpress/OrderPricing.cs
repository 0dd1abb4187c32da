using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>A line that was checked and may be ordered.</summary>
internal sealed record WantedLine(Product Product, Sku Sku, int Count, DeliveryOption Delivery, string? Memo);

/// <summary>Turns checked lines into one priced order per store.</summary>
internal sealed class OrderPricing(Shelf shelf, OrderBook orders, TimeProvider time)
{
    public int Stock(Product product, Sku sku) => shelf.Stock(product, sku);

    public IReadOnlyList<SupplierOrder> Orders(IReadOnlyList<WantedLine> wanted, string reference, JsonObject address, JsonObject? extend)
    {
        var currency = extend?["payment"]?["pay_currency"].Text() ?? "USD";
        var pay = extend?["payment"]?["try_to_pay"].Text() == "true";
        var first = orders.NextId();
        return [.. wanted
            .GroupBy(line => line.Product.Store.Id)
            .Select((lines, number) => Order(first + (number * 1_000_003L), [.. lines], reference, currency, address) with
            {
                Paid = pay ? time.GetUtcNow() : null,
            })];
    }

    private SupplierOrder Order(long id, List<WantedLine> lines, string reference, string currency, JsonObject address)
    {
        var priced = lines.Select(line => Price(line, currency)).ToList();
        return new SupplierOrder
        {
            Id = id,
            OutOrderId = reference,
            StoreId = lines[0].Product.Store.Id,
            StoreName = lines[0].Product.Store.Name,
            Placed = time.GetUtcNow(),
            Currency = currency,
            ProductAmount = priced.Sum(line => line.UnitPrice * line.Count),
            ShippingAmount = priced.Sum(line => line.ShippingFee),
            Logistics = lines[0].Delivery.Code,
            LogisticsCompany = lines[0].Delivery.Company,
            Lines = priced,
            Address = address.Copy(),
        };
    }

    private SupplierOrderLine Price(WantedLine line, string currency) => new(
        line.Product.Id,
        line.Sku.Id,
        line.Sku.Attr,
        line.Product.Title.En,
        line.Count,
        shelf.Sale(line.Product, line.Sku, currency),
        shelf.In(line.Delivery.FeeCny, currency),
        line.Memo);
}
