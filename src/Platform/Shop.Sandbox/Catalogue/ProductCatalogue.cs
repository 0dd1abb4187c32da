using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Shop.Sandbox.Catalogue;

/// <summary>The products of all suppliers. Nothing is computed before it is asked for.</summary>
public sealed class ProductCatalogue
{
    private readonly ConcurrentDictionary<int, Product> products = new();
    private readonly ProductMaker maker;
    private readonly Lazy<ProductSearch> search;

    public ProductCatalogue(IOptions<SandboxOptions> options)
    {
        Seed = options.Value.Seed;
        Count = options.Value.Products;
        Families = FamilyData.Load();
        maker = new ProductMaker(Seed, Families, StoreMaker.Make(Seed, 300));
        search = new Lazy<ProductSearch>(() => new ProductSearch(Enumerable.Range(0, Count).Select(At)));
    }

    public int Seed { get; }

    public int Count { get; }

    public IReadOnlyList<Family> Families { get; }

    public Product At(int index) => products.GetOrAdd(index, maker.Make);

    public Product? Find(long productId) =>
        ProductIds.ToIndex(productId) is >= 0 and var index && index < Count && ProductIds.OfIndex(index) == productId ? At(index) : null;

    public IReadOnlyList<Product> Search(string? words) => search.Value.Find(words);

    public IEnumerable<Product> OfFamily(Family family)
    {
        for (var index = family.Number; index < Count; index += Families.Count) yield return At(index);
    }
}
