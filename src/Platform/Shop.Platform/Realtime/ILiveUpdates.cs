using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Realtime;

/// <summary>
/// Tells open pages of the current tenant that something moved. Best effort: a page that missed it shows the truth when it is loaded. Call it from an
/// event handler, after the change is committed.
/// </summary>
public interface ILiveUpdates
{
    /// <param name="what">The order's new status, or <c>parcel-shipped</c>, <c>parcel-delivered</c>.</param>
    Task OrderChangedAsync(Id<Order> order, string what, CancellationToken cancellationToken);

    /// <param name="stock">Null when unknown.</param>
    Task StockChangedAsync(Id<Variant> variant, int? stock, bool buyable, CancellationToken cancellationToken);

    /// <summary>Progress of longer work, for the admin portal.</summary>
    Task ProgressAsync(string run, int done, int total, string text, CancellationToken cancellationToken);
}
