using Shop.Platform.Ordering;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Ordering;

public sealed class IdempotencyTests
{
    [Theory, EveryDatabase]
    public async Task The_same_key_and_input_are_the_same_order_even_after_the_cart_changed(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var cart = await till.CartAsync((till.Shelf.Put("Lamp", 20m), 1));
        var first = (await till.PlaceAsync(cart)).Value();
        await till.DoAsync((ChangeCart c) => c.ClearAsync(cart, default));
        Assert.Equal(first, (await till.PlaceAsync(cart)).Value());
        // Another way of writing the same address is the same input.
        Assert.Equal(first, (await till.PlaceAsync(cart, input: Till.Guest with { PostalCode = "H2Y 1G7", Email = "marie@example.com " })).Value());
        Assert.Single(await till.RowsAsync<Order>());
    }

    [Theory, EveryDatabase]
    public async Task The_same_key_with_other_input_is_refused(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var cart = await till.CartAsync((till.Shelf.Put("Lamp", 20m), 1));
        await till.PlaceAsync(cart);
        Assert.Equal("checkout.key-reused", (await till.PlaceAsync(cart, input: Till.Guest with { Line1 = "13 rue Saint-Paul" })).Problem().Code);
        Assert.Equal("invalid", (await till.PlaceAsync(cart, key: "")).Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task Fifty_equal_requests_at_once_are_one_order(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var cart = await till.CartAsync((till.Shelf.Put("Lamp", 20m), 1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => till.PlaceAsync(cart))));
        Assert.Single(answers.Select(a => a.Value()).Distinct());
        Assert.Single(await till.RowsAsync<Order>());
    }

    [Theory, EveryDatabase]
    public async Task Different_orders_at_once_get_different_numbers_without_gaps(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var lamp = till.Shelf.Put("Lamp", 20m);
        var carts = new List<string>();
        for (var i = 0; i < 12; i++)
            carts.Add(await till.CartAsync((lamp, 1)));
        var orders = await Task.WhenAll(carts.Select((cart, i) => Task.Run(() => till.PlaceAsync(cart, $"key-{i}"))));
        Assert.Equal(Enumerable.Range(1001, 12).Select(n => n.ToString()), orders.Select(o => o.Value().Number).Order());
    }

    [Theory, EveryDatabase]
    public async Task A_new_order_from_the_same_cart_replaces_the_unpaid_one_and_closes_its_payment_page(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var cart = await till.CartAsync((till.Shelf.Put("Lamp", 20m), 1));
        var first = (await till.PlaceAsync(cart)).Value();
        var page = (await till.DoAsync((PayOrder p) => p.StartAsync(first.Token, default))).Value();
        await till.PlaceAsync(cart, "key-2", Till.Guest with { Line1 = "13 rue Saint-Paul" });
        await till.Host.DeliverAsync();
        Assert.Equal(OrderStatus.Cancelled, (await till.ReadAsync(first)).Status);
        Assert.Equal("expired", (string?)till.Stripe.Sessions[page.Segments[^1]]["status"]);
    }
}
