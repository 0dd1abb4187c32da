using Microsoft.AspNetCore.Http;
using Shop.Platform.Catalog;
using Shop.Platform.Ordering;
using Shop.Platform.Tenancy;

namespace Shop.Storefront;

/// <summary>What every page of a store shows around its content. Loaded once, before the first component that reads anything itself.</summary>
public sealed record Frame(TenantInfo Store, Words Words, IReadOnlyList<CategoryCount> Categories, int CartCount, bool FreeShipping, string Path, string Query)
{
    public string Language => Words.Language;

    /// <summary>This page in a language; the way search engines and the language switch find it.</summary>
    public string In(string language)
    {
        var kept = Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !p.StartsWith("lang=", StringComparison.Ordinal));
        return $"{Path}?{string.Join('&', kept.Append("lang=" + language))}";
    }

    /// <summary>An absolute address on this store.</summary>
    public string Absolute(string path) => new Uri(Store.StoreUrl, path).ToString();
}

/// <summary>Reads the frame of a request.</summary>
public sealed class FrameReader(ITenants tenants, ICatalog catalog, ViewCart cart, IOrders orders)
{
    public async Task<Frame> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var store = await tenants.CurrentAsync(cancellationToken);
        var language = StoreLanguage.Choose(http, store.Language);
        var words = new Words(language);
        var categories = await catalog.CategoriesAsync(language, cancellationToken);
        var count = await cart.CountAsync(CartCookie.Read(http.Request), cancellationToken);
        var settings = await orders.SettingsAsync(cancellationToken);
        return new Frame(store, words, categories, count, settings.Shipping == ShippingCharge.Included, http.Request.Path, http.Request.QueryString.Value ?? "");
    }
}
