using Shop.Platform.Kernel;
using Shop.Platform.Ordering;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Ordering;

public sealed class CartTests
{
    [Theory, EveryDatabase]
    public async Task A_cart_adds_up_changes_and_empties(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (lamp, mug) = (till.Shelf.Put("Lamp", 20m), till.Shelf.Put("Mug", 5.5m));
        var token = await till.CartAsync((lamp, 1), (mug, 2), (lamp, 1));
        Assert.Equal([("Lamp", 2), ("Mug", 2)], (await ShowAsync(till, token)).Lines.Select(l => (l.Title, l.Quantity)));
        Assert.Equal(Money.Cad(51m), (await ShowAsync(till, token)).Goods);

        await till.DoAsync((ChangeCart c) => c.SetAsync(token, lamp.Id, 3, "en", default));
        await till.DoAsync((ChangeCart c) => c.SetAsync(token, mug.Id, 0, "en", default));
        Assert.Equal(Money.Cad(60m), (await ShowAsync(till, token)).Goods);
        await till.DoAsync((ChangeCart c) => c.ClearAsync(token, default));
        Assert.Empty((await ShowAsync(till, token)).Lines);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_price_is_the_price_and_says_what_it_was(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var lamp = till.Shelf.Put("Lamp", 20m);
        var token = await till.CartAsync((lamp, 1));
        till.Shelf.Change(lamp with { Price = Money.Cad(25m) });
        var line = (await ShowAsync(till, token)).Lines.Single();
        Assert.Equal((Money.Cad(25m), Money.Cad(20m)), (line.UnitPrice, line.Was!.Value));

        await till.DoAsync((ChangeCart c) => c.SetAsync(token, lamp.Id, 1, "en", default));
        Assert.Null((await ShowAsync(till, token)).Lines.Single().Was);
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_bought_stays_visible_with_its_reason_and_out_of_the_sum(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (lamp, mug, rug, pen) = (till.Shelf.Put("Lamp", 20m), till.Shelf.Put("Mug", 5m), till.Shelf.Put("Rug", 50m), till.Shelf.Put("Pen", 2m));
        var token = await till.CartAsync((lamp, 1), (mug, 3), (rug, 1), (pen, 1));
        till.Shelf.Change(lamp with { Buyable = false, Reason = "Paused." });
        till.Shelf.Change(mug with { Stock = 2 });
        till.Shelf.Remove(rug.Id);
        var cart = await ShowAsync(till, token, "fr");
        Assert.Equal(["Paused.", "Il n’en reste que 2.", "N’est plus vendu. Veuillez le retirer.", null], cart.Lines.Select(l => l.Problem));
        Assert.Equal(["Lamp", "Mug", "Rug", "Pen"], cart.Lines.Select(l => l.Title));
        Assert.Equal(Money.Cad(2m), cart.Goods);
        Assert.False(cart.CanCheckOut);
    }

    [Theory]
    [InlineData(0, "invalid")]
    [InlineData(-1, "invalid")]
    [InlineData(100, "invalid")]
    [InlineData(6, "cart.too-many")]
    public async Task Impossible_quantities_are_refused(int quantity, string code)
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        var lamp = till.Shelf.Put("Lamp", 20m, stock: 5);
        Assert.Equal(code, (await till.DoAsync((ChangeCart c) => c.AddAsync(null, lamp.Id, quantity, "en", default))).Problem().Code);
    }

    [Theory, EveryDatabase]
    public async Task A_planted_token_opens_nothing_and_another_tenants_cart_is_not_seen(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var lamp = till.Shelf.Put("Lamp", 20m);
        var token = await till.CartAsync((lamp, 1));
        Assert.NotEqual("planted", (await till.DoAsync((ChangeCart c) => c.AddAsync("planted", lamp.Id, 1, "en", default))).Value());
        var other = new TenantId(Guid.NewGuid());
        var seen = await till.Host.InTenantAsync(s => ((ViewCart)s.GetService(typeof(ViewCart))!).ShowAsync(token, "en", default), other);
        Assert.Empty(seen.Lines);
    }

    [Theory, EveryDatabase]
    public async Task Two_clicks_at_once_make_one_line(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var (lamp, mug) = (till.Shelf.Put("Lamp", 20m), till.Shelf.Put("Mug", 5m));
        var token = await till.CartAsync((mug, 1));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => till.DoAsync((ChangeCart c) => c.AddAsync(token, lamp.Id, 1, "en", default)))));
        Assert.Single((await ShowAsync(till, token)).Lines, l => l.Variant == lamp.Id);
    }

    private static Task<CartView> ShowAsync(Till till, string token, string language = "en") => till.DoAsync((ViewCart v) => v.ShowAsync(token, language, default));
}
