namespace Shop.Sandbox.Catalogue;

/// <summary>A product of the generated catalogue. Money is in yuan, the sellers' base currency.</summary>
public sealed record Product(
    int Index,
    long Id,
    Family Family,
    Store Store,
    Words Title,
    IReadOnlyList<Sku> Skus,
    IReadOnlyList<ProductSpec> Specs,
    ProductFame Fame,
    int ImageCount,
    bool NastyDescription)
{
    public decimal LowestSaleCny => Skus.Min(sku => sku.SaleCny);

    public decimal LowestListCny => Skus.Min(sku => sku.ListCny);

    public Sku? FindSku(long id) => Skus.FirstOrDefault(sku => sku.Id == id);

    public Sku? FindSku(string attr) => Skus.FirstOrDefault(sku => sku.Attr == attr);
}

public sealed record Sku(long Id, string Attr, IReadOnlyList<ChosenOption> Options, decimal ListCny, decimal SaleCny, int InitialStock);

public sealed record ChosenOption(OptionAxis Axis, OptionChoice Choice, bool ShowSellerLabel)
{
    public string? SellerLabel => ShowSellerLabel ? Choice.SellerLabel : null;

    public string AttrPart => $"{Axis.PropertyId}:{Choice.ValueId}" + (SellerLabel is { } label ? "#" + label : "");
}

public sealed record ProductSpec(long NameId, Words Name, Words Value);

/// <summary>What the public sees of a product's success. Appeal is its share of the family's demand (1 = average).</summary>
public sealed record ProductFame(double Appeal, int Sold, decimal Rating, int Reviews);

public sealed record Store(long Id, string Name, decimal Described, decimal Communication, decimal Shipping, int OpenedYear);
