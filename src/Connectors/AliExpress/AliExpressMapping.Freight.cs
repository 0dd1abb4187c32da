using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Shipping quotes: <c>aliexpress.ds.freight.query</c> and the older <c>aliexpress.logistics.buyer.freight.calculate</c>. Pure.</summary>
internal static class FreightMapping
{
    private const string NotThere = "AliExpress does not ship this product to the destination.";

    public static Answer<IReadOnlyList<ShippingOption>> Options(Document document, string currency)
    {
        if (AliExpressMapping.Refused(document.Root) is { } fault) return fault;
        var result = AliExpressMapping.Unwrap(document.Root).Need("result");
        if (Failed(result) is { } failed) return failed;
        const string OldList = "aeop_freight_calculate_result_for_buyer_d_t_o_list";
        var options = result[OldList].Exists
            ? result[OldList].Items().Where(way => way["error_code"].Words() is null or "0").Select(OldWay).ToList()
            : result.Need("delivery_options").Items().Select(way => Way(way, currency)).ToList();
        var answer = document.Trouble.Or<IReadOnlyList<ShippingOption>>(options);
        return answer.Fault is null && options.Count == 0 ? new Fault(FaultKind.NotAvailable, NotThere) { Detail = "empty list of options" } : answer;
    }

    private static Fault? Failed(Node result)
    {
        if (!result.Exists || result["success"].Flag() == true) return null;
        if (!result["success"].Exists)
        {
            result["success"].Bad("missing");
            return null;
        }

        var code = result["code"].Words();
        var message = result["msg"].Words() ?? result["error_desc"].Words();
        return code switch
        {
            "501" => new Fault(FaultKind.BadInput, "AliExpress has no delivery information for this product and variant. Read the product again: the variant may be gone.")
            {
                Code = code,
                Detail = message,
            },
            "505" => new Fault(FaultKind.NotAvailable, NotThere) { Code = code, Detail = message },
            _ => AliExpressFaults.Of(code, message),
        };
    }

    private static ShippingOption Way(Node way, string currency)
    {
        var (fee, doubt) = Fee(way, currency);
        return new ShippingOption(way.Need("code").NeedWords(), fee)
        {
            Carrier = way["company"].Words(),
            MinDays = way["min_delivery_days"].Count(),
            MaxDays = way["max_delivery_days"].Count(),
            ShipsFrom = way["ship_from_country"].Words(),
            Tracked = way["tracking"].Flag(),
            Doubt = doubt,
        };
    }

    /// <summary>A stated fee counts even beside a promise of free shipping; the contradiction is then marked.</summary>
    private static (Amount Fee, string? Doubt) Fee(Node way, string currency)
    {
        var isFree = way["free_shipping"].Flag() == true;
        var mayBeFree = way["mayHavePFS"].Flag() == true && IsZero(way["free_shipping_threshold"].Words());
        var stated = way["shipping_fee_cent"];
        if (stated.Exists)
        {
            // In spite of its name this field is in major units.
            var fee = Money.Of(stated, way["shipping_fee_currency"]);
            var isDoubtful = fee.Value > 0 && (isFree || mayBeFree);
            return (fee, isDoubtful ? "a fee is stated although shipping is called free from nothing on" : null);
        }

        if (!isFree && !mayBeFree) stated.Bad("missing on an option that is not free");
        var inCurrency = way["shipping_fee_currency"].Words() ?? currency;
        return (new Amount(0, inCurrency), isFree ? null : "free only because the threshold for free shipping is nothing");
    }

    /// <summary>The threshold is localised text (<c>0,00€</c>); all that matters is whether any digit is not zero.</summary>
    private static bool IsZero(string? threshold) => threshold is not null && threshold.Any(char.IsAsciiDigit) && threshold.Where(char.IsAsciiDigit).All(c => c == '0');

    private static ShippingOption OldWay(Node way)
    {
        var fee = Money.ApiAmount(way.Need("freight")) ?? new Amount(0, "");
        return new ShippingOption(way.Need("service_name").NeedWords(), fee)
        {
            MaxDays = way["estimated_delivery_time"].Words() is { } days && days.All(char.IsAsciiDigit) ? way["estimated_delivery_time"].Count() : null,
            Tracked = way["tracking_available"].Flag(),
        };
    }
}
