using Shop.Connectors.Sdk;

namespace Shop.Connectors.AliExpress;

/// <summary>AliExpress's words for the state of an order. A word that is not here stays unknown and is handed on as it is.</summary>
internal static class OrderStates
{
    private static readonly Dictionary<string, SupplierOrder.OrderState> Table = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PLACE_ORDER_SUCCESS"] = SupplierOrder.OrderState.AwaitingPayment,
        ["RISK_CONTROL"] = SupplierOrder.OrderState.Processing,
        ["WAIT_SELLER_EXAMINE_MONEY"] = SupplierOrder.OrderState.Processing,
        ["WAIT_SELLER_SEND_GOODS"] = SupplierOrder.OrderState.Processing,
        ["SELLER_PART_SEND_GOODS"] = SupplierOrder.OrderState.PartlyShipped,
        ["WAIT_BUYER_ACCEPT_GOODS"] = SupplierOrder.OrderState.Shipped,
    };

    // FUND_PROCESSING and IN_CANCEL are on the way to somewhere and do not say where: unknown until FINISH.
    public static SupplierOrder.OrderState Of(string word, string? endReason) =>
        word.Equals("FINISH", StringComparison.OrdinalIgnoreCase) ? Ended(endReason) : Table.GetValueOrDefault(word);

    /// <summary>FINISH ends received, unpaid and cancelled orders alike; the reason tells them apart.</summary>
    private static SupplierOrder.OrderState Ended(string? reason)
    {
        if (reason is null || Says(reason, "accept", "confirm", "receive")) return SupplierOrder.OrderState.Completed;
        return Says(reason, "cancel", "timeout", "time_out", "close", "refund", "unpaid", "fail") ? SupplierOrder.OrderState.Cancelled : SupplierOrder.OrderState.Unknown;
    }

    private static bool Says(string reason, params string[] words) => words.Any(word => reason.Contains(word, StringComparison.OrdinalIgnoreCase));
}
