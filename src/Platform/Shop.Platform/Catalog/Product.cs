using Shop.Platform.Kernel;

namespace Shop.Platform.Catalog;

/// <summary>A product of the tenant's store. Prices are Canadian dollars.</summary>
public sealed class Product : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<Product> Id { get; init; }

    /// <summary>Last part of its address, unique in the store; it stays when the title changes, so that links live on.</summary>
    public required string Slug { get; init; }

    public required string TitleEn { get; set; }
    public string? TitleFr { get; set; }

    /// <summary>Sanitised HTML.</summary>
    public string DescriptionEn { get; set; } = "";

    public string? DescriptionFr { get; set; }
    public Id<Category>? CategoryId { get; set; }
    public IReadOnlyList<string> Images { get; set; } = [];
    public IReadOnlyList<KeyValuePair<string, string>> Specifications { get; set; } = [];
    public string TaxCategory { get; set; } = "general";

    public ProductState State { get; private set; }
    public string? PauseReason { get; private set; }
    public PausedBy? PausedBy { get; private set; }
    public ProductFields Edited { get; set; }

    /// <summary>Connector and supplier's product id it came from. Null for a product of the merchant's own.</summary>
    public string? SourceSite { get; init; }

    public string? SourceProductId { get; init; }
    public string? SourceUrl { get; set; }

    /// <summary>Lowest price the supplier asks, in <see cref="SourceCurrency"/>.</summary>
    public decimal? SourcePrice { get; set; }

    public string? SourceCurrency { get; set; }
    public decimal? DemandScore { get; set; }
    public decimal? Rating { get; set; }
    public int? RatingCount { get; set; }
    public int? MinDays { get; set; }
    public int? MaxDays { get; set; }

    /// <summary>Lowest and highest price of the buyable variants, kept for lists. Null without any price.</summary>
    public decimal? MinPrice { get; private set; }

    public decimal? MaxPrice { get; private set; }
    public decimal? CompareAt { get; private set; }
    public bool InStock { get; private set; }

    /// <summary>Orders lists by popularity: demand and ratings in one number.</summary>
    public decimal Popularity { get; private set; }

    public string SearchTitle { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset LastUpdated { get; private set; }

    /// <summary>Raised by every change; of two writers that read the same version the second loses.</summary>
    public int Version { get; private set; }

    public bool IsActive => State == ProductState.Published;

    public string Title(string language) => language == "fr" ? TitleFr ?? TitleEn : TitleEn;

    public string Description(string language) => language == "fr" ? DescriptionFr ?? DescriptionEn : DescriptionEn;

    /// <summary>Puts it on sale; refused while a shopper could not buy it.</summary>
    public Outcome<Done> Publish(DateTimeOffset now)
    {
        if (State == ProductState.Archived)
            return Problem.Conflict("product.archived", "This product is archived. Restore it first.");
        if (MinPrice is null)
            return Problem.Conflict("product.no-price", "No variant has a price yet. Set a price first.");
        if (!InStock)
            return Problem.Conflict("product.not-buyable", "No variant can be bought now: all are sold out or paused.");
        State = ProductState.Published;
        (PauseReason, PausedBy) = (null, null);
        PublishedAt ??= now;
        Touch(now);
        return default(Done);
    }

    /// <summary>Takes it off sale. A merchant's pause outranks monitoring's; drafts and archived products stay what they are.</summary>
    public bool Pause(string reason, PausedBy by, DateTimeOffset now)
    {
        var allowed = State == ProductState.Published || (State == ProductState.Paused && (by == Catalog.PausedBy.Merchant || PausedBy == by));
        if (!allowed || (State == ProductState.Paused && PausedBy == by && PauseReason == reason))
            return false;
        State = ProductState.Paused;
        (PauseReason, PausedBy) = (reason, by);
        Touch(now);
        return true;
    }

    /// <summary>Back on sale by monitoring, and only if monitoring had paused it.</summary>
    public bool Resume(DateTimeOffset now) =>
        State == ProductState.Paused && PausedBy == Catalog.PausedBy.Monitoring && Publish(now).Problem is null;

    public void Archive(DateTimeOffset now)
    {
        State = ProductState.Archived;
        (PauseReason, PausedBy) = (null, null);
        Touch(now);
    }

    public Outcome<Done> Restore(DateTimeOffset now)
    {
        if (State != ProductState.Archived)
            return Problem.Conflict("product.not-archived", "Only an archived product can be restored.");
        State = ProductState.Draft;
        Touch(now);
        return default(Done);
    }

    /// <summary>Brings what lists show up to date with the variants (all of them).</summary>
    public void Summarise(IReadOnlyCollection<Variant> variants, DateTimeOffset now)
    {
        var priced = variants.Where(v => v.Price is not null).ToList();
        var shown = priced.Any(v => v.Buyable) ? priced.Where(v => v.Buyable).ToList() : priced;
        var cheapest = shown.MinBy(v => v.Price);
        MinPrice = cheapest?.Price;
        MaxPrice = shown.Max(v => v.Price);
        CompareAt = cheapest?.CompareAt;
        InStock = variants.Any(v => v.Buyable);
        Popularity = (DemandScore ?? 0m) + (Rating ?? 0m) * Math.Min(RatingCount ?? 0, 1000) / 100m;
        Touch(now);
    }

    /// <summary>Brings the search columns up to date with texts, category and options.</summary>
    public void Index(Category? category, IEnumerable<Variant> variants)
    {
        SearchTitle = SearchWords.Index($"{TitleEn} {TitleFr}", 500);
        var options = string.Join(' ', variants.SelectMany(v => v.Options).Select(o => o.Value).Distinct());
        var facts = string.Join(' ', Specifications.Select(s => $"{s.Key} {s.Value}"));
        var text = CatalogHtml.Text($"{DescriptionEn} {DescriptionFr}");
        SearchText = SearchWords.Index($"{TitleEn} {TitleFr} {category?.NameEn} {category?.NameFr} {options} {facts} {text}", 6000);
    }

    internal void Touch(DateTimeOffset now)
    {
        LastUpdated = now;
        Version++;
    }
}
