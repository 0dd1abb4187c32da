using System.Net;

namespace Shop.Sandbox.AliExpress;

/// <summary>The buyer's own order page, where an order that was placed without payment is paid by hand.</summary>
internal static class OrderPage
{
    public static IResult Show(long id, OrderBook orders, OrderTimeline timeline)
    {
        if (orders.Find(id) is not { } order) return Page.Html("Order not found", "<p>No such order.</p>", 404);
        var rows = string.Concat(order.Lines.Select(line =>
            $"<tr><td>{WebUtility.HtmlEncode(line.Title)}</td><td>{line.Count}</td><td>{Envelope.Money(line.UnitPrice)} {order.Currency}</td></tr>"));
        var steps = string.Concat(timeline.Events(order).Reverse().Select(step => $"<li><time>{step.At:u}</time> {WebUtility.HtmlEncode(step.Text)}</li>"));
        var pay = order.Paid is null && order.Cancelled is null
            ? $"<form method=\"post\" action=\"/aliexpress-www/order/{id}/pay\"><button>Pay {Envelope.Money(order.Total)} {order.Currency}</button></form>"
            : "";
        return Page.Html($"Order {id}", $"""
            <div class="card"><h1>Order {id}</h1><p><strong>{timeline.Status(order)}</strong> · {WebUtility.HtmlEncode(order.StoreName)} · your reference {WebUtility.HtmlEncode(order.OutOrderId)}</p>
            <table><tr><th>Item</th><th>Count</th><th>Price</th></tr>{rows}</table>
            <p>Shipping {Envelope.Money(order.ShippingAmount)} · total {Envelope.Money(order.Total)} {order.Currency}</p>{pay}<ol class="steps">{steps}</ol></div>
            """);
    }

    public static IResult Pay(long id, OrderBook orders) =>
        orders.Pay(id) is null ? Results.NotFound() : Results.Redirect($"/aliexpress-www/order/{id}");
}
