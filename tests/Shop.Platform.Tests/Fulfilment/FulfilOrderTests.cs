using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shop.Connectors.Sdk;
using Shop.CrashHost.World;
using Shop.Platform.Fulfilment;
using Shop.Platform.Kernel;
using Shop.Platform.Tests.Harness;
using Shop.Platform.Workflows;
using Shop.Platform.Workflows.Definitions;

namespace Shop.Platform.Tests.Fulfilment;

public sealed class FulfilOrderTests
{
    [Theory, EveryDatabase]
    public async Task A_paid_order_becomes_one_supplier_order_per_store_and_is_followed_to_delivery(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        await host.PayAsync();
        await host.PayAsync();
        await host.RunAsync();

        Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
        Assert.Equal(["pA", "pB"], host.Supplier.Record().SelectMany(l => l.Products));
        var view = await host.ViewAsync();
        Assert.All(view.SupplierOrders, o => Assert.Equal(SupplierOrderState.Delivered, o.State));
        Assert.All(view.SupplierOrders, o => Assert.True(o.Reference.Length <= 40));
        Assert.Equal(["TRX1", "TRX2"], view.SupplierOrders.SelectMany(o => o.Parcels).Select(p => p.TrackingNumber).Order());
        Assert.Equal(["Placed", "Shipped", "Delivered"], await host.ToldAsync("order."));
        Assert.Equal(["order-delivered", "order-shipped", "order-shipped"], (await host.ToldAsync("mail")).Order());
        Assert.Equal(["12.50 CAD", "12.50 CAD"], await host.ToldAsync("cost"));
        Assert.Equal(["parcel-delivered", "parcel-delivered", "parcel-shipped", "parcel-shipped"], host.Slice.Services.GetRequiredService<LiveWorld>().Told.Order());
    }

    [Theory, EveryDatabase]
    public async Task A_price_jump_asks_and_accepting_the_loss_orders_once(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supply.Factor = 1.5m;
        await host.PayAsync();
        await host.RunAsync();
        Assert.Equal("price-jump", (await host.TaskAsync())!.Kind);
        Assert.Empty(host.Supplier.Record());

        await host.AnswerAsync("accept-loss");
        await host.RunAsync();
        Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
        Assert.Equal(2, host.Supplier.Record().Count);
    }

    [Theory, EveryDatabase]
    public async Task A_price_that_rises_again_after_approval_asks_again(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supply.Factor = 1.5m;
        await host.PayAsync();
        await host.RunAsync();
        host.Supply.Factor = 1.9m;
        await host.AnswerAsync("accept-loss");
        await host.RunAsync();

        Assert.Equal("price-jump", (await host.TaskAsync())!.Kind);
        Assert.Empty(host.Supplier.Record());
    }

    [Theory, EveryDatabase]
    public async Task Waiting_tries_again_after_the_time_chosen(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supply.Factor = 2m;
        await host.PayAsync();
        await host.RunAsync();
        await host.AnswerAsync("wait-6");
        await host.RunDueAsync();
        host.Supply.Factor = 1m;
        host.Slice.Time.Advance(TimeSpan.FromHours(5.9));
        await host.RunDueAsync();
        Assert.Empty(host.Supplier.Record());

        host.Slice.Time.Advance(TimeSpan.FromHours(0.2));
        await host.RunAsync();
        Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
    }

    [Theory, EveryDatabase]
    public async Task A_sold_out_item_can_be_taken_from_another_offer(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supply.SoldOut.Add("pB");
        host.Supply.Alternatives[OrdersWorld.B] = new("fake", "pC", "sku", "Same rug", Money.Cad(11), Money.Cad(2), 5, 0.9m, "Same maker.");
        await host.PayAsync();
        await host.RunAsync();
        Assert.Equal("sold-out", (await host.TaskAsync())!.Kind);

        await host.AnswerAsync("other-offer-1");
        await host.RunAsync();
        Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
        Assert.Equal(["pA", "pC"], host.Supplier.Record().SelectMany(l => l.Products).Order());
    }

    [Theory, EveryDatabase]
    public async Task A_sold_out_part_is_refunded_with_its_share_and_the_rest_is_delivered(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supply.SoldOut.Add("pB");
        await host.PayAsync();
        await host.RunAsync();
        await host.AnswerAsync("refund-part");
        await host.RunAsync();

        Assert.Equal(["39.42 CAD"], await host.ToldAsync("refund"));
        Assert.Equal(["pA"], host.Supplier.Record().SelectMany(l => l.Products));
        Assert.Equal(["Placed", "Shipped", "Delivered"], await host.ToldAsync("order."));
    }

    [Theory, EveryDatabase]
    public async Task Refunding_all_before_anything_is_bought_cancels_the_order(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supply.Factor = 2m;
        await host.PayAsync();
        await host.RunAsync();
        await host.AnswerAsync("refund");
        await host.RunAsync();

        Assert.Equal(["91.98 CAD"], await host.ToldAsync("refund"));
        Assert.Empty(host.Supplier.Record());
        Assert.Equal(["Cancelled"], await host.ToldAsync("order."));
    }

    [Theory, EveryDatabase]
    public async Task When_one_part_is_placed_and_the_other_refused_the_placed_parcel_goes_on_while_a_person_decides(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supplier.Refuses["pB"] = new(FaultKind.NotAvailable, "Sold out just now.");
        await host.PayAsync();
        await host.RunAsync();
        Assert.Equal("supplier-refused", (await host.TaskAsync())!.Kind);
        for (var i = 0; i < 6; i++)
        {
            host.Slice.Time.Advance(TimeSpan.FromMinutes(30));
            await host.RunDueAsync();
        }
        Assert.Contains("order-shipped", await host.ToldAsync("mail"));

        await host.AnswerAsync("refund-part");
        await host.RunAsync();
        Assert.Equal(["39.42 CAD"], await host.ToldAsync("refund"));
        Assert.Equal(["Placed", "Shipped", "Delivered"], await host.ToldAsync("order."));
    }

    [Theory, EveryDatabase]
    public async Task Refunding_all_after_a_part_was_placed_cancels_it_at_the_supplier_and_takes_the_cost_back(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supplier.LooksToShip = null;
        host.Supplier.Refuses["pB"] = new(FaultKind.NotAvailable, "Sold out just now.");
        await host.PayAsync();
        await host.RunAsync();
        await host.AnswerAsync("refund");
        await host.RunAsync();

        Assert.Equal(["placed", "cancelled"], host.Supplier.Record().Select(l => l.What));
        Assert.Equal(["-12.50 CAD", "12.50 CAD"], (await host.ToldAsync("cost")).Order(StringComparer.Ordinal));
        Assert.Equal(["91.98 CAD"], await host.ToldAsync("refund"));
        Assert.Equal(["Cancelled"], await host.ToldAsync("order."));
    }

    [Theory, EveryDatabase]
    public async Task A_refused_address_is_corrected_and_used(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supplier.Refuses["pA"] = new(FaultKind.BadInput, "The address is not known.");
        await host.PayAsync();
        await host.RunAsync();
        Assert.Equal("address-refused", (await host.TaskAsync())!.Kind);
        host.Supplier.Refuses.Clear();
        await host.AnswerAsync("correct-address", new JsonObject { ["name"] = "Ann", ["line1"] = "2 New St", ["city"] = "Montréal", ["postalCode"] = "h2x 1y5", ["phone"] = "+15145550100" });
        await host.RunAsync();

        Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
        Assert.All(host.Supplier.Record(), l => Assert.Equal("2 New St", l.ShipTo));
    }

    [Theory, EveryDatabase]
    public async Task An_order_the_supplier_cancels_is_decided_by_a_person(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supplier.Says["X2"] = new("X2", Connectors.Sdk.SupplierOrder.OrderState.Cancelled) { EndReason = "out of stock" };
        await host.PayAsync();
        await host.RunAsync();
        Assert.Equal("supplier-cancelled", (await host.TaskAsync())!.Kind);
        await host.AnswerAsync("again");
        await host.RunAsync();

        Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
        Assert.Equal(["pA", "pB", "pB"], host.Supplier.Record().SelectMany(l => l.Products).Order());
        Assert.Equal(["-16.00 CAD", "12.50 CAD", "12.50 CAD", "16.00 CAD"], (await host.ToldAsync("cost")).Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_dropped_line_after_placing_is_looked_up_and_taken_over(Provider provider)
    {
        foreach (var behaviour in new[] { Behaviour.Drops, Behaviour.Fails })
        {
            await using var host = await FulfilmentHost.StartAsync(provider);
            host.Supplier.Behaviour = behaviour;
            await host.PayAsync();
            await host.RunAsync();
            Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
            Assert.Equal(2, host.Supplier.Record().Count);
        }
    }

    [Theory, EveryDatabase]
    public async Task Without_a_look_up_nothing_is_retried_and_a_person_says_what_happened(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supplier.Behaviour = Behaviour.Fails;
        host.Supplier.NoLookUp = true;
        await host.PayAsync();
        await host.RunAsync();
        Assert.Equal("order-unclear", (await host.TaskAsync())!.Kind);
        Assert.Single(host.Supplier.Record());

        await host.AnswerAsync("bought", new JsonObject { ["supplierOrderNumber"] = "X1" });
        await host.RunAsync();
        Assert.Equal("order-unclear", (await host.TaskAsync())!.Kind);
        await host.AnswerAsync("bought", new JsonObject { ["supplierOrderNumber"] = "X2" });
        await host.RunAsync();
        Assert.Equal(WorkflowStatus.Completed, (await host.InstanceAsync()).Summary.Status);
        Assert.Equal(2, host.Supplier.Record().Count);
    }

    [Theory, EveryDatabase]
    public async Task A_silent_supplier_is_flagged_after_a_week(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider);
        host.Supplier.LooksToShip = null;
        await host.PayAsync();
        await host.RunAsync(halfHours: 2);
        host.Slice.Time.Advance(TimeSpan.FromDays(7.1));
        await host.RunDueAsync();

        var troubled = await host.Slice.InTenantAsync(s => s.GetRequiredService<IShipments>().TroubledAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, troubled.Count);
        Assert.All(troubled, t => Assert.Equal("No tracking number for 7 days.", t.Problem));
    }

    [Theory, EveryDatabase]
    public async Task The_spend_limit_of_the_day_asks_a_person(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider, new() { ["Fulfilment:SpendPerDay"] = "30" });
        await host.PayAsync();
        await host.RunAsync();

        Assert.Equal("spend-limit", (await host.TaskAsync())!.Kind);
        Assert.Empty(host.Supplier.Record());
    }

    [Theory, EveryDatabase]
    public async Task The_cooling_off_time_passes_before_anything_is_bought(Provider provider)
    {
        await using var host = await FulfilmentHost.StartAsync(provider, new() { ["Fulfilment:CoolingOffSeconds"] = "600" });
        await host.PayAsync();
        await host.RunDueAsync();
        host.Slice.Time.Advance(TimeSpan.FromSeconds(599));
        await host.RunDueAsync();
        Assert.Empty(host.Supplier.Record());
        host.Slice.Time.Advance(TimeSpan.FromSeconds(2));
        await host.RunDueAsync();

        Assert.Equal(2, host.Supplier.Record().Count);
    }

    [Fact]
    public async Task The_definitions_are_sound()
    {
        await using var host = await FulfilmentHost.StartAsync(Provider.Sqlite);
        Assert.Empty(host.Slice.Services.GetRequiredService<DefinitionCatalog>().Check());
    }
}
