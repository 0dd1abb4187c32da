using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Recognises by content what an answer is, and gives the parts that all kinds of product answers share. Pure.</summary>
internal static class AliExpressMapping
{
    private static readonly string[] Components = ["productInfoComponent", "priceComponent", "skuComponent"];
    private static readonly string[] Modules = ["titleModule", "skuModule", "commonModule"];
    private static readonly string[] Results = ["GLOBAL_DATA", "PRODUCT_TITLE", "PRICE", "SKU"];

    public static Answer<Offer> Offer(Document document, Market market, DateTimeOffset at)
    {
        if (Refused(document.Root) is { } fault) return fault;
        var body = Unwrap(document.Root);
        if (body["rsp_code"].Exists || body["result"]["ae_item_base_info_dto"].Exists) return ApiProductMapping.Offer(body, document.Trouble, at);
        if (Holder(document.Root, Components) is { } components) return ComponentsMapping.Offer(components, document.Trouble, market, at);
        if (Holder(document.Root, Modules) is { } modules) return ModulesMapping.Offer(modules, document.Trouble, at);
        if (Holder(document.Root, Results) is { } result) return ResultPageMapping.Offer(result, document.Trouble, market, at);
        return Trouble.Changed("(whole answer)", "no product answer of the API and no product page of a known generation");
    }

    /// <summary>An error envelope of the API, or the refusal of a call that a page makes for itself. Null when there is neither.</summary>
    public static Fault? Refused(Node root)
    {
        if (AliExpressFaults.Envelope(root) is { } fault) return fault;
        var ret = root["ret"];
        if (!ret.IsArray) return null;
        var words = string.Join(" ", ret.Items().Select(entry => entry.Words()));
        if (words.Contains("SUCCESS", StringComparison.Ordinal)) return null;
        return Walls.InReturn(words) ?? Trouble.Changed("ret", words);
    }

    /// <summary>The answer below its <c>…_response</c> name, where it has one.</summary>
    public static Node Unwrap(Node root)
    {
        var named = root.Members().Where(member => member.Key.EndsWith("_response", StringComparison.Ordinal) && member.Value.IsObject).ToList();
        return named.Count == 1 ? named[0].Value : root;
    }

    /// <summary>The object that has one of these members: pages and their scripts nest it differently.</summary>
    public static Node? Holder(Node root, string[] members)
    {
        Node[] places = [root, root["data"], root["result"], root["data"]["result"], root["data"]["data"], root["data"]["data"]["result"]];
        foreach (var place in places)
        {
            if (members.Any(member => place[member].Exists)) return place;
        }

        return null;
    }

    /// <summary>What follows from the variants: lowest price now, availability and stock.</summary>
    public static Offer Complete(Offer offer, IReadOnlyList<OfferVariant> variants, bool onSale)
    {
        var buyable = variants.Where(variant => variant is { Stock: not 0, Price: not null }).ToList();
        // Prices in different currencies have no lowest one.
        var isComparable = buyable.Select(variant => variant.Price!.Currency).Distinct().Count() == 1;
        var cheapest = onSale && isComparable ? buyable.MinBy(variant => variant.Price!.Value) : null;
        return offer with
        {
            Variants = variants,
            Price = cheapest?.Price,
            ListPrice = cheapest?.ListPrice,
            Available = !onSale ? false : variants.Any(variant => variant.Stock > 0) ? true : variants.All(variant => variant.Stock == 0) ? false : null,
            Stock = variants.Any(variant => variant.Stock is null) ? null : (int)Math.Min(int.MaxValue, variants.Sum(variant => (long)variant.Stock!)),
        };
    }

    public static string Url(string productId) => $"https://www.aliexpress.com/item/{productId}.html";

    /// <summary>An absolute https address, or null. An address with a port of its own keeps its scheme: the port decides what is spoken there.</summary>
    public static string? Https(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var text = address.Trim();
        if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0) return null;
        return uri is { Scheme: "http", IsDefaultPort: true } ? new UriBuilder(uri) { Scheme = "https", Port = -1 }.Uri.AbsoluteUri : uri.AbsoluteUri;
    }

    public static IReadOnlyList<string> Images(IEnumerable<string?> addresses) => [.. addresses.Select(Https).OfType<string>().Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<KeyValuePair<string, string>> Specifications(Node list, string name, string value) =>
    [
        .. list.Items()
            .Select(entry => (Name: entry[name].Words(), Value: entry[value].Words()))
            .Where(entry => entry is { Name: not null, Value: not null })
            .Select(entry => KeyValuePair.Create(entry.Name!, entry.Value!)),
    ];

    /// <summary>Nobody has rated a product with a rating of 0.</summary>
    public static decimal? Rating(Node node) => node.Number() is { } rating and > 0 and <= 5 ? rating : null;

    /// <summary>Length, width and height when all are stated.</summary>
    public static IReadOnlyList<decimal> Package(params Node[] sides)
    {
        var lengths = sides.Select(side => side.Number()).ToList();
        return lengths.All(length => length > 0) ? [.. lengths.Select(length => length!.Value)] : [];
    }

    public static decimal? Weight(Node node) => node.Number() is { } kilograms and > 0 ? kilograms : null;
}
