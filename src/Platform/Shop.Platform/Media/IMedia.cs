using Shop.Platform.Kernel;

namespace Shop.Platform.Media;

/// <summary>Keeps images: fetched once, checked, converted and served from the store's own host.</summary>
public interface IMedia
{
    /// <summary>Fetches an image through the broker's guard (size, type, private addresses), strips metadata and stores it by content hash.</summary>
    /// <returns>The image's address on the store's host (<c>/media/{hash}</c>), where <c>?w=</c> chooses a width; the same image gives the same address.</returns>
    /// <remarks>Changes the scope's <c>ShopDb</c> without saving; the file itself is written at once.</remarks>
    Task<Outcome<string>> ImportAsync(Uri source, CancellationToken cancellationToken);

    /// <summary>The same for several images, side by side; outcomes in the order of the sources.</summary>
    Task<IReadOnlyList<Outcome<string>>> ImportManyAsync(IReadOnlyList<Uri> sources, CancellationToken cancellationToken);
}
