using Microsoft.EntityFrameworkCore;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Ordering;

/// <summary>Puts things into a cart and takes them out.</summary>
public sealed class ChangeCart(ShopDb db, ICatalog catalog, TimeProvider time, IIdSource ids)
{
    /// <summary>Adds pieces of a variant; makes the cart when there is none.</summary>
    /// <returns>The cart's token, for the cookie.</returns>
    public Task<Outcome<string>> AddAsync(string? token, Id<Variant> variant, int quantity, string language, CancellationToken cancellationToken) =>
        OnceMoreAsync(() => AddOnceAsync(token, variant, quantity, language, cancellationToken));

    /// <summary>Sets the pieces of a line, and accepts its present price. Zero removes it; a line that is not there is not an error.</summary>
    public async Task<Outcome<Done>> SetAsync(string? token, Id<Variant> variant, int quantity, string language, CancellationToken cancellationToken)
    {
        var cart = await FindAsync(token, cancellationToken);
        if (cart?.Lines.FirstOrDefault(l => l.VariantId == variant) is not { } line)
            return new Done();
        if (quantity <= 0)
            db.Remove(line);
        else
        {
            var sellable = (await catalog.VariantsAsync([variant], language, cancellationToken)).SingleOrDefault();
            if (Check(sellable, quantity, language) is { } problem)
                return problem;
            (line.Quantity, line.SeenPrice) = (quantity, sellable!.Price.Amount);
        }
        cart.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return new Done();
    }

    public async Task ClearAsync(string? token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } cart)
            return;
        db.RemoveRange(cart.Lines);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Outcome<string>> AddOnceAsync(string? token, Id<Variant> variant, int quantity, string language, CancellationToken cancellationToken)
    {
        var cart = await FindAsync(token, cancellationToken) ?? NewCart();
        var line = cart.Lines.FirstOrDefault(l => l.VariantId == variant);
        var sellable = (await catalog.VariantsAsync([variant], language, cancellationToken)).SingleOrDefault();
        if (Check(sellable, (line?.Quantity ?? 0) + quantity, language) is { } problem)
            return problem;
        if (line is null && cart.Lines.Count >= Cart.MaxLines)
            return new Problem(ProblemKind.Limit, "cart.full", new OrderingText(language).CartFull);
        if (line is null)
            cart.Lines.Add(NewLine(cart, sellable!, quantity));
        else
            (line.Quantity, line.SeenPrice) = (line.Quantity + quantity, sellable!.Price.Amount);
        cart.ChangedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return cart.Token;
    }

    private static Problem? Check(SellableVariant? variant, int quantity, string language)
    {
        var text = new OrderingText(language);
        if (quantity is < 1 or > Cart.MaxQuantity)
            return Problem.InvalidField("quantity", text.Quantity);
        if (variant is null)
            return Problem.Conflict("cart.gone", text.Gone);
        if (!variant.Buyable)
            return Problem.Conflict("cart.sold-out", variant.Reason ?? text.SoldOut);
        return variant.Stock is { } stock && stock < quantity ? Problem.Conflict("cart.too-many", text.OnlyLeft(stock)) : null;
    }

    private Cart NewCart()
    {
        // A token is never taken over from the caller: an unknown one may have been planted.
        var cart = new Cart { Id = ids.New<Cart>(), TenantId = db.FilterTenant, Token = ids.Token(), CreatedAt = time.GetUtcNow() };
        db.Add(cart);
        return cart;
    }

    private CartLine NewLine(Cart cart, SellableVariant variant, int quantity) => new()
    {
        TenantId = cart.TenantId,
        Id = ids.New<CartLine>(),
        CartId = cart.Id,
        Position = cart.Lines.Select(l => l.Position).DefaultIfEmpty().Max() + 1,
        VariantId = variant.Id,
        Quantity = quantity,
        SeenPrice = variant.Price.Amount,
        SeenTitle = variant.ProductTitle,
        AddedAt = time.GetUtcNow(),
    };

    private Task<Cart?> FindAsync(string? token, CancellationToken cancellationToken) => token is null
        ? Task.FromResult<Cart?>(null)
        : db.Set<Cart>().Include(c => c.Lines).SingleOrDefaultAsync(c => c.Token == token, cancellationToken);

    /// <summary>Two clicks at once may both add the first line; the second then finds the first one's row.</summary>
    private async Task<T> OnceMoreAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await work();
        }
    }
}
