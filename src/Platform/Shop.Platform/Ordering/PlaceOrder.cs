using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Ordering;

/// <summary>Turns a cart into an order awaiting payment. The same key and input give the same order, however often and however many at once.</summary>
public sealed class PlaceOrder(ShopDb db, QuoteCheckout quotes, TimeProvider time, IIdSource ids)
{
    private const int Tries = 5;

    /// <param name="key">Chosen by the caller, one per intention to buy; remembered for good.</param>
    public async Task<Outcome<PlacedOrder>> PlaceAsync(string? cartToken, string key, CheckoutInput input, string language, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > 200)
            return Problem.InvalidField("key", "An idempotency key of 1 to 200 characters is required.");
        if (input.Check(language).Failed(out var problem, out var clean))
            return problem;
        var hash = clean.Hash();
        if (await RepeatAsync(key, hash, language, cancellationToken) is { } repeat)
            return repeat;
        if ((await quotes.QuoteAsync(cartToken, clean.Province!, language, cancellationToken)).Failed(out var noQuote, out var quote))
            // Another request with this key may have bought the cart meanwhile; then its order is the answer.
            return await RepeatAsync(key, hash, language, cancellationToken) ?? noQuote;
        if (clean.ExpectedTotal is { } expected && expected != quote.Total.Amount)
            return Problem.Conflict("checkout.total-changed", new OrderingText(language).TotalChanged(quote.Total.Amount.ToString("0.00", CultureInfo.InvariantCulture)));
        return await StoreAsync(cartToken!, new CheckoutRequest { Id = ids.New<CheckoutRequest>(), Key = key, BodyHash = hash, OrderId = ids.New<Order>(), At = time.GetUtcNow() }, clean, quote, language, cancellationToken);
    }

    private async Task<Outcome<PlacedOrder>?> RepeatAsync(string key, string hash, string language, CancellationToken cancellationToken)
    {
        var request = await db.Set<CheckoutRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Key == key, cancellationToken);
        if (request is null)
            return null;
        if (request.BodyHash != hash)
            return Problem.Conflict("checkout.key-reused", new OrderingText(language).KeyReused);
        return PlacedOrder.Of(await db.Set<Order>().AsNoTracking().SingleAsync(o => o.Id == request.OrderId, cancellationToken));
    }

    private async Task<Outcome<PlacedOrder>> StoreAsync(
        string cartToken, CheckoutRequest request, CheckoutInput input, CheckoutQuote quote, string language, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return PlacedOrder.Of(await InsertAsync(cartToken, request, input, quote, language, cancellationToken));
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Lost a race: for the key (then the winner's order is ours too) or for the tenant's first order number.
                db.ChangeTracker.Clear();
                if (await RepeatAsync(request.Key, request.BodyHash, language, cancellationToken) is { } repeat)
                    return repeat;
            }
        }
    }

    private async Task<Order> InsertAsync(
        string cartToken, CheckoutRequest request, CheckoutInput input, CheckoutQuote quote, string language, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var number = await NextNumberAsync(cancellationToken);
        var order = NewOrder(number, cartToken, request.OrderId, input, quote, language);
        // Saved before the replaced orders are looked for, so that a lost race for the key is noticed before anything else is touched.
        db.Add(request);
        db.Add(order);
        await db.SaveChangesAsync(cancellationToken);
        await ReplaceEarlierAsync(order, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return order;
    }

    /// <summary>The update locks the counter until commit, so numbers have no gaps and no twins.</summary>
    private async Task<int> NextNumberAsync(CancellationToken cancellationToken)
    {
        var counters = db.Set<OrderCounter>();
        if (await counters.ExecuteUpdateAsync(set => set.SetProperty(c => c.Next, c => c.Next + 1), cancellationToken) == 0)
        {
            db.Add(new OrderCounter { TenantId = db.FilterTenant, Next = OrderCounter.First + 1 });
            return OrderCounter.First;
        }
        return await counters.Select(c => c.Next).SingleAsync(cancellationToken) - 1;
    }

    /// <summary>One cart has one unpaid order: buying it again with another address must not leave two payable ones.</summary>
    private async Task ReplaceEarlierAsync(Order order, CancellationToken cancellationToken)
    {
        var earlier = await db.Set<Order>().Include(o => o.Moves)
            .Where(o => o.CartToken == order.CartToken && o.Status == OrderStatus.AwaitingPayment && o.Id != order.Id).ToListAsync(cancellationToken);
        foreach (var old in earlier)
        {
            old.Cancel($"Replaced by order {order.Number}.", time.GetUtcNow(), ids.New<OrderMove>());
            db.Publish(new OrderStatusChanged(old.Id, OrderStatus.Cancelled));
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private Order NewOrder(int number, string cartToken, Id<Order> id, CheckoutInput input, CheckoutQuote quote, string language)
    {
        var tenant = db.FilterTenant;
        return new Order
        {
            TenantId = tenant,
            Id = id,
            Number = number,
            Token = ids.Token(),
            CartToken = cartToken,
            Email = input.Email!,
            Language = language,
            Name = input.Name!,
            Line1 = input.Line1!,
            Line2 = input.Line2,
            City = input.City!,
            Province = input.Province!,
            PostalCode = input.PostalCode!,
            Phone = input.Phone!,
            MarketingConsent = input.Marketing,
            Goods = quote.Goods,
            Shipping = quote.Shipping,
            Total = quote.Total,
            ExpectedCost = quote.ExpectedCost,
            MinDays = quote.MinDays,
            MaxDays = quote.MaxDays,
            PlacedAt = time.GetUtcNow(),
            Lines = [.. quote.Cart.Lines.Select((l, i) => Line(tenant, id, l, i))],
            Taxes = [.. quote.Tax.Taxes.Select((t, i) => new OrderTaxRow
            {
                TenantId = tenant, Id = ids.New<OrderTaxRow>(), OrderId = id, Position = i, Kind = t.Kind, LabelEn = t.LabelEn, LabelFr = t.LabelFr, Rate = t.Rate, Amount = t.Amount,
            })],
        };
    }

    private OrderLine Line(TenantId tenant, Id<Order> order, CartLineView line, int position) => new()
    {
        TenantId = tenant,
        Id = ids.New<OrderLine>(),
        OrderId = order,
        Position = position,
        VariantId = line.Variant,
        ProductId = line.Product,
        Title = line.Title,
        Options = JsonSerializer.Serialize(line.Options, KernelJson.Options),
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Image = line.Image,
    };
}

/// <param name="Token">Opens the order's page.</param>
public sealed record PlacedOrder(Id<Order> OrderId, string Number, string Token, Money Total)
{
    // A decimal from the database carries zeros that one just computed does not: through cents, a repeat is the same to the letter.
    internal static PlacedOrder Of(Order order) => new(
        order.Id, order.Number.ToString(CultureInfo.InvariantCulture), order.Token, Money.FromMinor(order.Total.ToMinor(), order.Total.Currency));
}
