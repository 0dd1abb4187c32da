using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Ordering;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Ordering;

public sealed class CheckoutTests
{
    public static TheoryData<string, CheckoutInput> WrongFields { get; } = new()
    {
        { "email", Till.Guest with { Email = "marie" } },
        { "email", Till.Guest with { Email = null } },
        { "email", Till.Guest with { Email = "marie@localhost" } },
        { "name", Till.Guest with { Name = " " } },
        { "name", Till.Guest with { Name = new string('x', 81) } },
        { "phone", Till.Guest with { Phone = "555-0199" } },
        { "phone", Till.Guest with { Phone = "+49 30 1234567" } },
        { "line1", Till.Guest with { Line1 = "" } },
        { "line1", Till.Guest with { Line1 = "12 rue\nX-Header: y" } },
        { "line2", Till.Guest with { Line2 = new string('x', 101) } },
        { "city", Till.Guest with { City = null } },
        { "province", Till.Guest with { Province = "Quebec" } },
        { "postalCode", Till.Guest with { PostalCode = "90210" } },
        { "acceptTerms", Till.Guest with { AcceptTerms = false } },
    };

    [Theory, MemberData(nameof(WrongFields))]
    public void A_wrong_field_is_named(string field, CheckoutInput input) =>
        Assert.Equal([field], input.Check("fr").Problem().Fields.Keys);

    [Fact]
    public void Input_is_put_in_its_usual_form()
    {
        var clean = (Till.Guest with { Province = "qc ", Line2 = "  " }).Check("en").Value();
        Assert.Equal(("marie@example.com", "+15145550199", "H2Y 1G7", "QC", null), (clean.Email, clean.Phone, clean.PostalCode, clean.Province, clean.Line2));
    }

    [Fact]
    public void A_postal_code_of_another_province_is_a_question_that_can_be_answered()
    {
        var input = Till.Guest with { PostalCode = "V6B 1A1" };
        var question = input.Check("en").Problem();
        Assert.Equal("checkout.postal-question", question.Code);
        Assert.Contains("Quebec", question.Fields["postalCode"]);
        Assert.Equal("V6B 1A1", (input with { ConfirmPostalCode = true }).Check("en").Value().PostalCode);
    }

    [Fact]
    public void Consent_to_mail_is_never_taken_for_granted() => Assert.False(new CheckoutInput().Marketing || new CheckoutInput().AcceptTerms);

    [Theory, EveryDatabase]
    public async Task An_order_is_a_snapshot_whose_totals_agree(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var cart = await till.CartAsync((till.Shelf.Put("Lamp", 33.33m), 3), (till.Shelf.Put("Mug", 5.55m), 1));
        var placed = (await till.PlaceAsync(cart)).Value();
        var order = await till.ReadAsync(placed);

        Assert.Equal("1001", order.Number);
        Assert.Equal(OrderStatus.AwaitingPayment, order.Status);
        Assert.Equal([("Lamp", 3, 33.33m), ("Mug", 1, 5.55m)], order.Lines.Select(l => (l.Title, l.Quantity, l.UnitPrice.Amount)));
        Assert.Equal(Money.Cad(105.54m), order.Goods);
        Assert.Equal([("GST", "TPS", 5.28m), ("QST", "TVQ", 10.53m)], order.Taxes.Select(t => (t.LabelEn, t.LabelFr, t.Amount.Amount)));
        Assert.Equal(placed.Total, order.Taxes.Aggregate(order.Goods + order.Shipping, (sum, tax) => sum + tax.Amount));
        Assert.Equal(order.Total, Money.Cad(121.35m));
        // Half of each price, and the supplier's shipping of 4.00, rounded once.
        Assert.Equal(Money.Cad(56.77m), order.ExpectedCost);
        Assert.Equal((7, 12), (order.MinDays, order.MaxDays));
        Assert.Equal(("H2Y 1G7", "+15145550199", "CA"), (order.ShipTo.PostalCode, order.ShipTo.Phone, order.ShipTo.Country));
        Assert.Equal("1002", (await till.PlaceAsync(cart, "key-2")).Value().Number);
    }

    [Theory]
    [InlineData(ShippingCharge.Included, 0, 105)]
    [InlineData(ShippingCharge.PassThrough, 4, 109.2)]
    [InlineData(ShippingCharge.Flat, 9, 114.45)]
    public async Task Shipping_is_charged_as_the_tenant_chose_and_taxed_like_the_goods(ShippingCharge charge, decimal shipping, decimal total)
    {
        await using var till = await Till.OpenAsync(Provider.Sqlite);
        await till.Host.InTenantAsync(async s =>
        {
            await ((IOrders)s.GetService(typeof(IOrders))!).ChangeSettingsAsync(c => (c.Shipping, c.FlatAmount, c.FreeFrom) = (charge, 9m, 150m), default);
            await ((ShopDb)s.GetService(typeof(ShopDb))!).SaveChangesAsync();
        });
        var cart = await till.CartAsync((till.Shelf.Put("Lamp", 100m), 1));
        var quote = (await till.DoAsync((QuoteCheckout q) => q.QuoteAsync(cart, "AB", "en", default))).Value();
        Assert.Equal((Money.Cad(shipping), Money.Cad(total)), (quote.Shipping, quote.Total));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_ordered_when_something_cannot_be_supplied(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var lamp = till.Shelf.Put("Lamp", 20m);
        var cart = await till.CartAsync((lamp, 1));
        Assert.Equal("checkout.cart-empty", (await till.PlaceAsync("nothing")).Problem().Code);
        till.Shelf.SupplyProblem = Problem.Conflict("supply.no-shipping", "no");
        Assert.Equal("checkout.not-shippable", (await till.PlaceAsync(cart)).Problem().Code);
        till.Shelf.SupplyProblem = Problem.Unavailable("supply.away", "The supplier does not answer.");
        Assert.Equal(ProblemKind.Unavailable, (await till.PlaceAsync(cart)).Problem().Kind);
        till.Shelf.SupplyProblem = null;
        till.Shelf.Change(lamp with { Stock = 0, Buyable = false });
        Assert.Equal("checkout.cart-blocked", (await till.PlaceAsync(cart)).Problem().Code);
        Assert.Empty(await till.RowsAsync<Order>());
    }

    [Theory, EveryDatabase]
    public async Task A_total_the_shopper_did_not_see_is_not_ordered(Provider provider)
    {
        await using var till = await Till.OpenAsync(provider);
        var lamp = till.Shelf.Put("Lamp", 100m);
        var cart = await till.CartAsync((lamp, 1));
        till.Shelf.Change(lamp with { Price = Money.Cad(110m) });
        var refused = await till.PlaceAsync(cart, input: Till.Guest with { ExpectedTotal = 114.98m });
        Assert.Equal("checkout.total-changed", refused.Problem().Code);
        Assert.Contains("126.47", refused.Problem().Message);
        Assert.Equal(Money.Cad(126.47m), (await till.PlaceAsync(cart, input: Till.Guest with { ExpectedTotal = 126.47m })).Value().Total);
    }
}
