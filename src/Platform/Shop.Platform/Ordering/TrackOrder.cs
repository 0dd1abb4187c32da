using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Ordering;

/// <summary>Shows an order to its shopper, by the link's token or by number and e-mail.</summary>
public sealed class TrackOrder(ShopDb db, TrackingLimit limit)
{
    /// <summary>Null when there is none.</summary>
    public async Task<OrderDetails?> ByTokenAsync(string? token, CancellationToken cancellationToken) =>
        (await db.Set<Order>().AsNoTracking().WithAll().SingleOrDefaultAsync(o => o.Token == token, cancellationToken))?.Details();

    /// <summary>A wrong number and a wrong address get the same answer, or the form would tell who bought here.</summary>
    /// <param name="caller">Whom to slow down, for example the network address.</param>
    public async Task<Outcome<OrderDetails>> ByNumberAsync(string? number, string? email, string caller, string language, CancellationToken cancellationToken)
    {
        var text = new OrderingText(language);
        var digits = (number ?? "").Trim().TrimStart('#');
        if (!limit.Allows(db.FilterTenant, caller) || !limit.Allows(db.FilterTenant, "order " + digits))
            return new Problem(ProblemKind.Limit, "track.too-often", text.TooOften);
        var address = (email ?? "").Trim().ToLowerInvariant();
        var found = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? await db.Set<Order>().AsNoTracking().WithAll().SingleOrDefaultAsync(o => o.Number == value && o.Email == address, cancellationToken)
            : null;
        return found is null ? new Problem(ProblemKind.NotFound, "track.not-found", text.NoSuchOrder) : found.Details();
    }
}
