using Shop.Connectors.Sdk;
using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

/// <summary>Writes chosen fields of a reading into the product. A field taken over no longer counts as the merchant's.</summary>
internal sealed class ReimportedFields(ShopDb db, IIdSource ids, CategoryTree categories, OfferImages images, ReimportPricing pricing)
{
    public async Task TakeAsync(SupplierOffer offer, Offer read, Product product, HashSet<string> chosen, string actor, CancellationToken cancellationToken)
    {
        var variants = await ReimportOffer.MappedAsync(db, offer, cancellationToken);
        await TakeTextsAsync(read, product, chosen, cancellationToken);
        foreach (var mapped in variants)
        {
            var fresh = read.Variants.FirstOrDefault(v => v.Id == mapped.Source.Sku);
            if (chosen.Contains($"price:{mapped.Variant.Id}") && fresh is not null)
                await pricing.TakePriceAsync(offer, product, mapped, fresh, actor, cancellationToken);
            if (chosen.Contains($"gone:{mapped.Variant.Id}"))
                (mapped.Source.Gone, mapped.Variant.PauseReason) = (true, PauseReasons.Gone);
        }
        foreach (var fresh in read.Variants.Where(v => chosen.Contains($"new:{v.Id}")))
            await AddAsync(offer, product, fresh, variants.Count, actor, cancellationToken);
    }

    private async Task TakeTextsAsync(Offer read, Product product, HashSet<string> chosen, CancellationToken cancellationToken)
    {
        if (chosen.Contains(OfferDiff.Title))
            (product.TitleEn, product.Edited) = (read.Title.Length > 500 ? read.Title[..500] : read.Title, product.Edited & ~ProductFields.Title);
        if (chosen.Contains(OfferDiff.Description))
            (product.DescriptionEn, product.Edited) = (CatalogHtml.Sanitise(read.Description), product.Edited & ~ProductFields.Description);
        if (chosen.Contains(OfferDiff.Specifications))
            product.Specifications = read.Specifications;
        if (chosen.Contains(OfferDiff.Category))
        {
            product.CategoryId = (await categories.FindOrAddAsync(read.Category, cancellationToken))?.Id;
            product.Edited &= ~ProductFields.Category;
        }
        if (chosen.Contains(OfferDiff.Images))
        {
            product.Images = (await images.ImportAsync(read, cancellationToken)).Gallery;
            product.Edited &= ~ProductFields.Images;
        }
    }

    private async Task AddAsync(SupplierOffer offer, Product product, OfferVariant fresh, int position, string actor, CancellationToken cancellationToken)
    {
        var variant = new Variant
        {
            Id = ids.New<Variant>(),
            ProductId = product.Id,
            Position = position + 1,
            Options = fresh.Options,
            Stock = fresh.Stock,
        };
        var source = new SupplierVariant { Id = ids.New<SupplierVariant>(), OfferId = offer.Id, VariantId = variant.Id, Sku = fresh.Id, Options = fresh.Options };
        db.Add(variant);
        db.Add(source);
        await pricing.TakePriceAsync(offer, product, new MappedVariant(variant, source), fresh, actor, cancellationToken);
    }
}

/// <summary>Prices what a re-import brought: the rule's price at once, because a person chose it.</summary>
internal sealed class ReimportPricing(OfferCosts costs, OfferPricing pricing)
{
    public async Task TakePriceAsync(
        SupplierOffer offer, Product product, MappedVariant mapped, OfferVariant fresh, string actor, CancellationToken cancellationToken)
    {
        mapped.Source.Read(fresh);
        mapped.Variant.Stock = fresh.Stock;
        mapped.Variant.ReleasePrice();
        if (await costs.LandedAsync(mapped.Source.Amount, offer.Shipping, cancellationToken) is not { } cost)
            return;
        mapped.Variant.Cost = cost;
        mapped.Variant.PauseReason = null;
        await pricing.PriceByRuleAsync(mapped.Variant, await pricing.CategoryAsync(product, cancellationToken), "re-import", actor, cancellationToken);
    }
}
