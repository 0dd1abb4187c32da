using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Shop.Sandbox.AliExpress;
using Shop.Sandbox.Catalogue;
using Shop.Sandbox.Faults;
using Shop.Sandbox.Records;
using Shop.Sandbox.Stripe;

namespace Shop.Sandbox.Control;

/// <summary>The hand on the world: faults, time, records, and the truth behind the signals.</summary>
public static class ControlRoutes
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (IOptions<SandboxOptions> options, ProductCatalogue catalogue, HttpRequest request) => IndexPage.Show(options.Value, catalogue, request));
        var control = routes.MapGroup("/control");
        control.MapGet("/health", (TimeProvider time, ProductCatalogue catalogue) => Results.Json(new { status = "ok", time = time.GetUtcNow(), products = catalogue.Count }));
        control.MapGet("/faults", (FaultBoard board) => Results.Json(new { faults = board.All(), kinds = FaultKinds.All }));
        control.MapPost("/faults", (Fault fault, FaultBoard board) => FaultKinds.All.ContainsKey(fault.Kind)
            ? Results.Json(board.Add(fault with { Operation = fault.Operation ?? "*" }))
            : Results.BadRequest(new { error = $"Unknown kind '{fault.Kind}'.", kinds = FaultKinds.All.Keys }));
        control.MapDelete("/faults", (FaultBoard board) => Results.Json(new { cleared = board.Clear(null) }));
        control.MapDelete("/faults/{id:long}", (long id, FaultBoard board) => Results.Json(new { cleared = board.Clear(id) }));
        control.MapGet("/records", (RecordFolder records) => Results.Json(new { folder = records.Folder }));
        control.MapGet("/records/{party}", Records);
        control.MapPost("/clock/advance", Advance);
        control.MapGet("/clock", (TimeProvider time) => Results.Json(new { now = time.GetUtcNow() }));
        control.MapGet("/truth/demand", (Demand demand, ProductCatalogue catalogue, TimeProvider time) => Results.Text(DemandTruth.Of(demand, catalogue, time).ToJsonString(Json.Indented), "application/json"));
        MapOrders(control.MapGroup("/orders"));
        MapStripe(control.MapGroup("/stripe"));
    }

    private static void MapOrders(RouteGroupBuilder orders)
    {
        orders.MapGet("/", (OrderBook book, OrderTimeline timeline) => Results.Text(
            Json.Array(book.All().Select(order => Shown(order, timeline))).ToJsonString(Json.Indented), "application/json"));
        orders.MapGet("/{id:long}", (long id, OrderBook book, OrderTimeline timeline) => Answer(book.Find(id), timeline));
        orders.MapPost("/{id:long}/pay", (long id, OrderBook book, OrderTimeline timeline) => Answer(book.Pay(id), timeline));
        orders.MapPost("/{id:long}/cancel", (long id, OrderBook book, OrderTimeline timeline) => Answer(book.Cancel(id), timeline));
        orders.MapPost("/{id:long}/advance", (long id, string? to, double? days, OrderBook book, OrderTimeline timeline) =>
        {
            if (book.Find(id) is not { } order) return Results.NotFound();
            if (order.Paid is null) book.Pay(id);
            var by = days ?? timeline.DaysUntil(book.Find(id)!, to ?? "finished");
            return Answer(book.Advance(id, by), timeline);
        });
    }

    private static void MapStripe(RouteGroupBuilder stripe)
    {
        stripe.MapPost("/disputes", (string charge, string? reason, StripeStore store, Disputes disputes) => Guarded(() =>
        {
            lock (store.Gate) return disputes.Open(store.Get(charge, "charge"), reason ?? "fraudulent", null);
        }));
        stripe.MapPost("/disputes/{id}/close", (string id, string outcome, StripeStore store, Disputes disputes) => Guarded(() =>
        {
            lock (store.Gate) return disputes.Close(id, outcome == "won", null);
        }));
    }

    private static IResult Guarded(Func<JsonObject> work)
    {
        try
        {
            return Results.Text(work().ToJsonString(Json.Indented), "application/json");
        }
        catch (StripeErrorException error)
        {
            return Results.Text(error.ToJson().ToJsonString(Json.Indented), "application/json", statusCode: error.Status);
        }
    }

    private static IResult Records(string party, RecordFolder records)
    {
        var files = new JsonObject();
        foreach (var (name, entries) in records.OfParty(party)) files[name] = Json.Array(entries.Select(entry => (JsonNode?)entry.DeepClone()));
        return Results.Text(files.ToJsonString(Json.Indented), "application/json");
    }

    private static IResult Advance(double? seconds, double? hours, double? days, SandboxClock clock) =>
        Results.Json(new { now = clock.Advance(TimeSpan.FromSeconds((seconds ?? 0) + ((hours ?? 0) * 3600) + ((days ?? 0) * 86_400))) });

    private static IResult Answer(SupplierOrder? order, OrderTimeline timeline) =>
        order is null ? Results.NotFound() : Results.Text(Shown(order, timeline).ToJsonString(Json.Indented), "application/json");

    private static JsonObject Shown(SupplierOrder order, OrderTimeline timeline)
    {
        var shown = order.ToJson();
        shown["Status"] = timeline.Status(order);
        shown["TrackingNumber"] = timeline.IsShipped(order) ? timeline.TrackingNumber(order) : null;
        return shown;
    }
}
