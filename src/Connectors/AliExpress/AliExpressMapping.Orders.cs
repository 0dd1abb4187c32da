using Shop.Connectors.AliExpress.Wire;
using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>Answers about orders: creation, state, and the list of recent ones. Pure.</summary>
internal static class OrderMapping
{
    /// <summary>Error codes of <c>aliexpress.ds.order.create</c>, by how they begin. Each but <see cref="FaultKind.Unavailable"/> means: nothing was bought.</summary>
    private static readonly (string Code, FaultKind Kind, string Message)[] Refusals =
    [
        ("B_DROPSHIPPER_DELIVERY_ADDRESS_VALIDATE_FAIL", FaultKind.BadInput, "AliExpress refused the shopper's address. Check street, city, province, postal code and phone."),
        ("B_DROPSHIPPER_DELIVERY_ADDRESS_CPF", FaultKind.BadInput, "AliExpress asks for a tax number that does not fit the shopper's address."),
        ("DELIVERY_METHOD_NOT_EXIST", FaultKind.NotAvailable, "AliExpress no longer offers the chosen way of shipping. Ask for a new quote and choose another."),
        ("INVENTORY_HOLD_ERROR", FaultKind.NotAvailable, "AliExpress does not have enough of this variant. Choose another variant or offer, wait, or refund."),
        ("REPEATED_ORDER_ERROR", FaultKind.Unavailable, "AliExpress says it already has an order with this reference. Look it up before anything else."),
        ("PRICE_PAY_CURRENCY_ERROR", FaultKind.BadInput, "AliExpress cannot take payment for these lines in one currency. Check the account's payment currency."),
        ("BLACKLIST_BUYER_IN_LIST", FaultKind.Unauthorised, "AliExpress does not let this account place orders at present. Contact AliExpress or connect another account."),
        ("USER_ACCOUNT_DISABLED", FaultKind.Unauthorised, "AliExpress has disabled this account. Contact AliExpress or connect another account."),
        ("ERROR_WHEN_BUILD_FOR_PLACE_ORDER", FaultKind.Unavailable, "AliExpress failed while placing the order. Look it up before it is tried again."),
        ("A001", FaultKind.NotAvailable, "AliExpress says that this order cannot be placed. Choose another offer, or ask AliExpress."),
        ("A002", FaultKind.BadInput, "AliExpress does not know the zone of the shopper's address. Check province and city."),
        ("A003", FaultKind.Unauthorised, "AliExpress holds this account's orders as suspicious. Contact AliExpress."),
        ("A004", FaultKind.BadInput, "AliExpress refused the coupon of this order."),
        ("A005", FaultKind.NotAvailable, "AliExpress does not sell this product to the destination."),
        ("A006", FaultKind.Unauthorised, "AliExpress misses information about this account. Complete the buyer profile on AliExpress."),
    ];

    /// <summary>Error words that come before an order is looked at, so that nothing can have been bought.</summary>
    private static readonly FaultKind[] BeforeTheOrder = [FaultKind.Unauthorised, FaultKind.RateLimited, FaultKind.Unsupported, FaultKind.ConnectorBug];

    public static Answer<IReadOnlyList<SupplierOrder>> Placed(Document document, bool pay)
    {
        if (AliExpressFaults.Envelope(document.Root) is { } fault) return BeforeTheOrder.Contains(fault.Kind) ? fault : Unclear(fault);
        var result = AliExpressMapping.Unwrap(document.Root).Need("result");
        var isSuccess = result.Exists && result.Need("is_success").Flag() == true;
        var ids = result["order_list"].Items().Select(id => id.NeedId()).Distinct().ToList();
        var code = result["error_code"].Words();
        if (document.Trouble.Or(0).Failed(out var changed, out _)) return Unclear(changed);
        // An error code can stand beside a success: the two together with the list decide.
        if (isSuccess && ids.Count > 0) return new() { Value = [.. ids.Select(id => new SupplierOrder(id, pay ? SupplierOrder.OrderState.Unknown : SupplierOrder.OrderState.AwaitingPayment))] };
        if (isSuccess || ids.Count > 0) return Unclear(new Fault(FaultKind.Unavailable, "") { Code = code, Detail = $"is_success {isSuccess}, {ids.Count} order numbers, {code}" });
        return Refused(code, result["error_msg"].Words());
    }

    /// <summary>After the call was sent, anything that is not a clear refusal means: the order may exist.</summary>
    public static Fault Unclear(Fault fault) => fault with
    {
        Kind = FaultKind.Unavailable,
        Message = "AliExpress gave no clear answer to the order. It may exist: look it up before anything else.",
        Detail = $"{fault.Kind}: {fault.Detail ?? fault.Message}",
    };

    private static Fault Refused(string? code, string? message)
    {
        var known = Refusals.FirstOrDefault(row => code?.StartsWith(row.Code, StringComparison.OrdinalIgnoreCase) == true);
        return known.Code is null
            ? Unclear(new Fault(FaultKind.Unavailable, "") { Code = code, Detail = message })
            : new Fault(known.Kind, known.Message) { Code = code, Detail = message };
    }

    /// <summary>An answer of <c>aliexpress.trade.ds.order.get</c>, which does not repeat the order's number.</summary>
    public static Answer<SupplierOrder> Order(Document document, string orderId)
    {
        if (AliExpressMapping.Refused(document.Root) is { } fault) return fault;
        var result = AliExpressMapping.Unwrap(document.Root).Need("result");
        var word = result.Need("order_status").NeedWords();
        var lines = result["child_order_list"].Items();
        var end = lines.Select(line => line["end_reason"].Words()).FirstOrDefault(reason => reason is not null);
        var state = OrderStates.Of(word, end);
        return document.Trouble.Or(new SupplierOrder(orderId, state)
        {
            SupplierState = word,
            // The amount in the currency the account pays in, where it is stated.
            Total = Money.ApiAmount(result["user_order_amount"]) ?? Money.ApiAmount(result["order_amount"]),
            Items = [.. lines.Select(Item).Distinct()],
            TrackingNumbers = [.. result["logistics_info_list"].Items().Select(info => info["logistics_no"].Words()).OfType<string>().Distinct()],
            EndReason = state == SupplierOrder.OrderState.Cancelled ? end ?? word : null,
        });
    }

    private static string Item(Node line)
    {
        var product = line.Need("product_id").NeedId();
        return line["sku_id"].Words() is { } sku ? $"{product}/{sku}" : product;
    }
}
