using System.Globalization;
using System.Text.Json.Nodes;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Records;

namespace Shop.Sandbox.AliExpress;

/// <summary>The price component of a page. <c>salable</c> stays true on a SKU without stock, as on the real site.</summary>
internal sealed class PagePrices(Product product, Shelf shelf, PageViewer viewer)
{
    public JsonObject Build()
    {
        var sales = product.Skus.Select(sku => shelf.Sale(product, sku, viewer.Currency)).ToList();
        var lists = product.Skus.Select(sku => shelf.List(product, sku, viewer.Currency)).ToList();
        return new JsonObject
        {
            ["skuPriceList"] = Json.Array(product.Skus.Select(Sku)),
            ["origPrice"] = new JsonObject { ["minAmount"] = Amount(lists.Min()), ["maxAmount"] = Amount(lists.Max()) },
            ["discountPrice"] = new JsonObject { ["minActivityAmount"] = Amount(sales.Min()), ["maxActivityAmount"] = Amount(sales.Max()) },
        };
    }

    private JsonNode? Sku(Sku sku) => new JsonObject
    {
        ["skuId"] = sku.Id,
        ["skuIdStr"] = sku.Id.ToString(CultureInfo.InvariantCulture),
        ["skuAttr"] = sku.Attr,
        ["skuPropIds"] = string.Join(',', sku.Options.Select(option => option.Choice.ValueId)),
        ["salable"] = true,
        ["skuVal"] = new JsonObject
        {
            ["availQuantity"] = shelf.Stock(product, sku),
            ["inventory"] = shelf.Stock(product, sku),
            ["isActivity"] = true,
            ["skuAmount"] = Amount(shelf.List(product, sku, viewer.Currency)),
            ["skuActivityAmount"] = Amount(shelf.Sale(product, sku, viewer.Currency)),
        },
    };

    private JsonObject Amount(decimal amount) => new()
    {
        ["currency"] = viewer.Currency,
        ["formatedAmount"] = PriceText.Of(amount, viewer.Currency, viewer.Language),
        ["value"] = amount,
    };
}
