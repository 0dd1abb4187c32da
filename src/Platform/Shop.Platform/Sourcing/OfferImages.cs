using Shop.Connectors.Sdk;
using Shop.Platform.Media;

namespace Shop.Platform.Sourcing;

/// <summary>Brings an offer's images to our own store. One that cannot be had is left out and counted, never linked.</summary>
internal sealed class OfferImages(IMedia media)
{
    private const int Gallery = 10;
    private const int PerVariant = 30;

    public async Task<OfferPictures> ImportAsync(Offer offer, CancellationToken cancellationToken)
    {
        var wanted = offer.Images.Take(Gallery).Concat(offer.Variants.Select(v => v.Image).OfType<string>().Distinct().Take(PerVariant)).Distinct()
            .Where(a => Uri.TryCreate(a, UriKind.Absolute, out _)).ToList();
        var outcomes = await media.ImportManyAsync([.. wanted.Select(a => new Uri(a))], cancellationToken);
        var stored = new Dictionary<string, string>();
        for (var i = 0; i < wanted.Count; i++)
        {
            if (!outcomes[i].Failed(out _, out var address))
                stored[wanted[i]] = address;
        }
        var failed = wanted.Count - stored.Count;
        var gallery = offer.Images.Take(Gallery).Select(a => stored.GetValueOrDefault(a)).OfType<string>().Distinct().ToList();
        return new OfferPictures(gallery, stored, failed == 0 ? null : $"{failed} of {wanted.Count} images could not be fetched.");
    }
}

/// <param name="Gallery">Our addresses in the supplier's order.</param>
/// <param name="Stored">Supplier's address → ours.</param>
/// <param name="Remark">How many failed. Null when none did.</param>
internal sealed record OfferPictures(IReadOnlyList<string> Gallery, IReadOnlyDictionary<string, string> Stored, string? Remark);
