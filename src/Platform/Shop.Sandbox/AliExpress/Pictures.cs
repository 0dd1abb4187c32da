using System.Globalization;
using Shop.Sandbox.Catalogue;

namespace Shop.Sandbox.AliExpress;

/// <summary>Addresses of the pictures the sandbox draws.</summary>
internal static class Pictures
{
    public static string Product(string origin, Product product, int view) =>
        $"{origin}/aliexpress-img/kf/S{product.Index:x6}v{view}.{(view == 3 ? "png" : "jpg")}";

    /// <summary>The picture of an option value; null when the axis is not something one can see.</summary>
    public static string? Option(string origin, Product product, ChosenOption option) => option.Choice.Hex is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{origin}/aliexpress-img/kf/S{product.Index:x6}c{option.Choice.ValueId}.jpg");

    public static IEnumerable<string> Gallery(string origin, Product product) =>
        Enumerable.Range(0, product.ImageCount).Select(view => Product(origin, product, view));
}
