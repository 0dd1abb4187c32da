using Microsoft.Extensions.Options;

namespace Shop.Sandbox.AliExpress;

/// <summary>Where an order stands, from the time since it was paid. One day of its journey takes a few real seconds.</summary>
internal sealed class OrderTimeline(IOptions<SandboxOptions> options, TimeProvider time)
{
    /// <summary>An unpaid order is closed after this many simulated days.</summary>
    public const int PayDays = 20;

    public long PayTimeoutSeconds => (long)Math.Ceiling(PayDays * options.Value.TrackingSecondsPerDay);

    public string Status(SupplierOrder order)
    {
        if (order.Cancelled is not null) return "FINISH";
        if (order.Paid is null) return Days(order.Placed, order) > PayDays ? "FINISH" : "PLACE_ORDER_SUCCESS";
        var days = Days(order.Paid.Value, order);
        var plan = Plan(order);
        return days < plan.ShipDay ? "WAIT_SELLER_SEND_GOODS" : days < plan.FinishDay ? "WAIT_BUYER_ACCEPT_GOODS" : "FINISH";
    }

    public string LogisticsStatus(SupplierOrder order) => Status(order) switch
    {
        "WAIT_BUYER_ACCEPT_GOODS" => "SELLER_SEND_GOODS",
        "FINISH" when IsShipped(order) => "BUYER_ACCEPT_GOODS",
        "WAIT_SELLER_SEND_GOODS" => "WAIT_SELLER_SEND_GOODS",
        _ => "NO_LOGISTICS",
    };

    public string? EndReason(SupplierOrder order) =>
        order.Cancelled is not null ? "buyer_cancel_order"
        : order.Paid is null && Status(order) == "FINISH" ? "pay_timeout"
        : Status(order) == "FINISH" ? "buyer_confirm_goods" : null;

    public bool IsShipped(SupplierOrder order) =>
        order is { Cancelled: null, Paid: { } paid } && Days(paid, order) >= Plan(order).ShipDay;

    public DateTimeOffset Eta(SupplierOrder order) => At(order, Plan(order).DeliveryDay + 1);

    public string TrackingNumber(SupplierOrder order)
    {
        var dice = Dice.Of(options.Value.Seed, "parcel", order.Id);
        return $"LP00{dice.Between(100_000_000, 999_999_999)}{dice.Between(1000, 9999)}";
    }

    /// <summary>The journey so far, oldest first.</summary>
    public IReadOnlyList<TrackingEvent> Events(SupplierOrder order)
    {
        if (!IsShipped(order)) return [];
        var plan = Plan(order);
        var days = Days(order.Paid!.Value, order);
        var length = plan.DeliveryDay - plan.ShipDay;
        return [.. Journey
            .Select(step => (Step: step, Day: plan.ShipDay + (step.Share * length)))
            .Where(step => step.Day <= days)
            .Select(step => new TrackingEvent(At(order, step.Day), step.Step.Name, step.Step.Text))];
    }

    /// <summary>Days that are missing until the named point of the journey; 0 when it is behind.</summary>
    public double DaysUntil(SupplierOrder order, string point)
    {
        var plan = Plan(order);
        var day = point switch { "shipped" => plan.ShipDay, "delivered" => plan.DeliveryDay, _ => plan.FinishDay };
        return Math.Max(0, day - Days(order.Paid ?? order.Placed, order) + 0.001);
    }

    private static readonly (double Share, string Name, string Text)[] Journey =
    [
        (0.0, "Package received by carrier", "Accepted by carrier"),
        (0.08, "Departed from sorting center", "[Dongguan] Departed from sorting center"),
        (0.2, "Export customs clearance complete", "Export customs clearance complete"),
        (0.3, "Departed country of origin", "Leaving from departure country/region"),
        (0.55, "Arrived at destination country", "[Vancouver] Arrived at linehaul office"),
        (0.65, "Import customs clearance complete", "Import customs clearance complete"),
        (0.75, "Received by local delivery company", "Received by local delivery company"),
        (0.92, "Out for delivery", "Out for delivery"),
        (1.0, "Delivered", "Package delivered"),
    ];

    private (double ShipDay, double DeliveryDay, double FinishDay) Plan(SupplierOrder order)
    {
        var dice = Dice.Of(options.Value.Seed, "journey", order.Id);
        var ship = 0.8 + dice.Unit();
        var delivery = ship + 6 + (5 * dice.Unit());
        return (ship, delivery, delivery + 1.5);
    }

    private double Days(DateTimeOffset since, SupplierOrder order) =>
        ((time.GetUtcNow() - since).TotalSeconds / options.Value.TrackingSecondsPerDay) + order.AdvancedDays;

    private DateTimeOffset At(SupplierOrder order, double day)
    {
        var start = order.Paid ?? order.Placed;
        var moment = start.AddSeconds((day - order.AdvancedDays) * options.Value.TrackingSecondsPerDay);
        // An order pushed forward by hand has events before its payment; they happen at the payment then.
        return moment < start ? start.AddMilliseconds(day) : moment;
    }
}

internal sealed record TrackingEvent(DateTimeOffset At, string Name, string Text);
