using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>What the three generations of product pages write alike: options, variants' prices, shipping.</summary>
internal static class PageMapping
{
    /// <summary>A value of an option: its name, the seller's word for it, its picture.</summary>
    private sealed record Choice(int Axis, string Name, string Label, string? Image);

    /// <summary>The options of a product, found by the value ids that a variant lists.</summary>
    public sealed class Options
    {
        private readonly List<(string Id, Choice Choice)> choices = [];

        public Options(Node properties)
        {
            var axis = 0;
            foreach (var property in properties.Items())
            {
                var name = property.Need("skuPropertyName").NeedWords();
                foreach (var value in property["skuPropertyValues"].Items()) Add(axis, name, value);
                axis++;
            }
        }

        /// <summary>The variant's choices in the order of its value ids, and the first picture among them.</summary>
        public (IReadOnlyList<KeyValuePair<string, string>> Chosen, string? Image) Of(IEnumerable<string> valueIds, Node source)
        {
            var chosen = new List<Choice>();
            foreach (var id in valueIds)
            {
                // The same value id can occur on two axes; each axis is used once.
                var match = choices.FirstOrDefault(entry => entry.Id == id && chosen.All(other => other.Axis != entry.Choice.Axis)).Choice;
                if (match is null) source.Bad($"value {id} is not among the product's options");
                else chosen.Add(match);
            }

            return ([.. chosen.Select(choice => KeyValuePair.Create(choice.Name, choice.Label))], chosen.Select(choice => choice.Image).FirstOrDefault(image => image is not null));
        }

        private void Add(int axis, string name, Node value)
        {
            var label = value["propertyValueDefinitionName"].Words() ?? value["propertyValueDisplayName"].Words() ?? value.Need("propertyValueName").NeedWords();
            var image = AliExpressMapping.Https(value["skuPropertyImagePath"].Words());
            string?[] ids = [value["propertyValueId"].Words(), value["propertyValueIdLong"].Words()];
            foreach (var id in ids.OfType<string>().Distinct()) choices.Add((id, new Choice(axis, name, label, image)));
        }
    }

    /// <summary>A variant of the first two generations.</summary>
    public static OfferVariant Variant(Node sku, Options options)
    {
        var worth = sku.Need("skuVal");
        var full = Money.PagePrice(worth.Need("skuAmount"));
        var activity = worth["skuActivityAmount"];
        if (!activity.Exists && worth["isActivity"].Flag() == true) activity.Bad("missing beside isActivity");
        var price = Money.PagePrice(activity) ?? full ?? new Amount(0, "");
        var ids = sku["skuPropIds"];
        var (chosen, image) = options.Of((ids.Words() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), ids);
        return new OfferVariant(sku["skuIdStr"].Id() ?? sku.Need("skuId").NeedId())
        {
            OrderKey = sku["skuAttr"].Words(),
            Options = chosen,
            Price = price,
            ListPrice = full.Above(price),
            // "salable" stays true on variants that are sold out; false is believed.
            Stock = sku["salable"].Flag() == false ? 0 : worth["availQuantity"].Count(),
            Image = image,
        };
    }

    /// <summary>The ways of shipping a page states. They are for the country the page was shown in.</summary>
    public static IReadOnlyList<ShippingOption> Shipping(Node layouts, Market market) =>
    [
        .. layouts.Items().Select(layout => layout["bizData"]).Where(way => way["deliveryOptionCode"].Words() is not null && way["unreachable"].Flag() != true)
            .Select(way => Way(way, market)).OfType<ShippingOption>(),
    ];

    private static ShippingOption? Way(Node way, Market market)
    {
        var isFree = way["shippingFee"].Words() == "free";
        // A way without a fee is no quote; the page then asks for it later.
        if (!isFree && !way["displayAmount"].Exists) return null;
        var country = way["shipToCode"].Words();
        return new ShippingOption(
            way["deliveryOptionCode"].NeedWords(),
            isFree ? new Amount(0, Money.Currency(way["displayCurrency"])) : Money.Of(way["displayAmount"], way["displayCurrency"]))
        {
            Carrier = way["company"].Words() ?? way["deliveryProviderName"].Words(),
            MinDays = way["deliveryDayMin"].Count(),
            MaxDays = way["deliveryDayMax"].Count(),
            ShipsFrom = way["shipFromCode"].Words(),
            Tracked = way["tracking"].Words() switch { "visible" or "true" => true, "invisible" or "false" => false, _ => null },
            Doubt = country is null || country == market.Country ? null : $"quoted for {country}, not for {market.Country}",
        };
    }
}
