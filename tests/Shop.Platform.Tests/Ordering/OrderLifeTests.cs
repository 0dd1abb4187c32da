using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Ordering;

public sealed class OrderLifeTests
{
    [Theory, EveryDatabase]
    public async Task A_paid_order_goes_its_way_and_hearing_it_twice_changes_nothing(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        for (var i = 0; i < 2; i++)
        {
            await TellAsync(till, o => o.MarkPlacedAsync(order.OrderId, default));
            await TellAsync(till, o => o.MarkShippedAsync(order.OrderId, ["T1"], default));
            await TellAsync(till, o => o.MarkShippedAsync(order.OrderId, ["T2"], default));
        }
        await TellAsync(till, o => o.MarkDeliveredAsync(order.OrderId, default));
        await TellAsync(till, o => o.MarkPlacedAsync(order.OrderId, default));

        var read = await till.ReadAsync(order);
        Assert.Equal(["T1", "T2"], read.TrackingNumbers);
        Assert.Equal([OrderStatus.Pending, OrderStatus.Placed, OrderStatus.Shipped, OrderStatus.Delivered], read.History.Select(h => h.To));
        Assert.Equal("order.state", (await TryAsync(till, o => o.MarkCancelledAsync(order.OrderId, "late", default))).Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task An_unpaid_order_cannot_be_placed_with_a_supplier(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.OrderAsync();
        Assert.Equal("order.state", (await TryAsync(till, o => o.MarkPlacedAsync(order.OrderId, default))).Problem().Code);
        Assert.Equal("not-found", (await TryAsync(till, o => o.MarkPlacedAsync(new(Guid.NewGuid()), default))).Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_move_an_order_at_once_one_loses(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        await using var one = till.Host.Services.CreateTenantScope(till.Host.Tenant);
        await using var two = till.Host.Services.CreateTenantScope(till.Host.Tenant);
        await one.ServiceProvider.GetRequiredService<IOrders>().MarkPlacedAsync(order.OrderId, default);
        await two.ServiceProvider.GetRequiredService<IOrders>().MarkCancelledAsync(order.OrderId, "no", default);
        await one.ServiceProvider.GetRequiredService<ShopDb>().SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.ServiceProvider.GetRequiredService<ShopDb>().SaveChangesAsync());
    }

    [Theory, EveryDatabase]
    public async Task The_address_can_be_changed_until_placing_but_not_to_another_province(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.PaidOrderAsync();
        var address = (await till.ReadAsync(order)).ShipTo;
        await TellAsync(till, o => o.ChangeAddressAsync(order.OrderId, address with { Line1 = "1 rue Neuve" }, default));
        Assert.Equal("1 rue Neuve", (await till.ReadAsync(order)).ShipTo.Line1);
        Assert.Equal("order.other-province", (await TryAsync(till, o => o.ChangeAddressAsync(order.OrderId, address with { Province = "ON" }, default))).Problem().Code);
        await TellAsync(till, o => o.MarkPlacedAsync(order.OrderId, default));
        Assert.Equal("order.address-fixed", (await TryAsync(till, o => o.ChangeAddressAsync(order.OrderId, address, default))).Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task Before_payment_price_and_stock_are_checked_again(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var lamp = till.Shelf.Put("Lamp", 20m);
        var order = (await till.PlaceAsync(await till.CartAsync((lamp, 2)))).Value();
        till.Shelf.Change(lamp with { Stock = 1 });
        Assert.Equal("order.changed", (await till.DoAsync((PayOrder p) => p.StartAsync(order.Token, default))).Problem().Code);
        Assert.Equal(OrderStatus.Cancelled, (await till.ReadAsync(order)).Status);
        Assert.Empty(till.Stripe.Sessions);
    }

    [Theory, EveryDatabase]
    public async Task Tracking_answers_a_miss_and_a_mismatch_alike_and_not_too_often(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (order, _) = await till.OrderAsync();
        Task<Outcome<OrderDetails>> Ask(string number, string email, string caller) => till.DoAsync((TrackOrder t) => t.ByNumberAsync(number, email, caller, "en", default));

        Assert.Equal(order.OrderId, (await Ask("#1001", " MARIE@example.com", "a")).Value().Id);
        Assert.Equal((await Ask("1001", "paul@example.com", "b")).Problem().ToString(), (await Ask("4711", "marie@example.com", "b")).Problem().ToString());
        for (var i = 0; i < 8; i++)
            await Ask($"{2000 + i}", "x@example.com", "b");
        Assert.Equal("track.too-often", (await Ask("1001", "marie@example.com", "b")).Problem().Code);
        till.Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Ask("1001", "marie@example.com", "b")).Problem);
    }

    [Theory, EveryDatabase]
    public async Task Orders_are_listed_newest_first_and_found_by_number_name_and_address(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var lamp = till.Shelf.Put("Lamp", 20m);
        await till.PlaceAsync(await till.CartAsync((lamp, 2)), "a");
        await till.PlaceAsync(await till.CartAsync((lamp, 1)), "b", Till.Guest with { Name = "Paul Roy", Email = "paul@example.com" });
        async Task<IEnumerable<string>> Find(string? status, string? search) => (await till.DoAsync((IOrders o) => o.ListAsync(status, search, 1, 10, default))).Select(o => $"{o.Number}×{o.Pieces}");
        Assert.Equal(["1002×1", "1001×2"], await Find(null, null));
        Assert.Equal(["1001×2"], await Find("awaitingPayment", "1001"));
        Assert.Equal(["1002×1"], await Find(null, "ROY"));
        Assert.Equal(["1001×2"], await Find(null, "marie@"));
        Assert.Empty(await Find("delivered", null));
    }

    private static Task<Outcome<Done>> TryAsync(Till till, Func<IOrders, Task<Outcome<Done>>> tell) => till.DoAsync(tell);

    private static Task TellAsync(Till till, Func<IOrders, Task<Outcome<Done>>> tell) => till.Host.InTenantAsync(async s =>
    {
        (await tell(s.GetRequiredService<IOrders>())).Value();
        await s.GetRequiredService<ShopDb>().SaveChangesAsync();
    });
}
