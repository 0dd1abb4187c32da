using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

/// <summary>Finds categories and grows the tree when something is imported into one that does not exist yet.</summary>
public sealed class CategoryTree(ShopDb db, IIdSource ids)
{
    /// <summary>The category named by a path such as <c>Home / Kitchen</c> (<c>&gt;</c> works too), made where it is missing. Does not save.</summary>
    /// <returns>Null for an empty path or a supplier's bare number, which names nothing.</returns>
    public async Task<Category?> FindOrAddAsync(string? path, CancellationToken cancellationToken)
    {
        var names = (path ?? "").Split(['/', '>'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(n => n.Any(char.IsLetter)).Take(4).ToList();
        Category? category = null;
        foreach (var name in names)
            category = await StepAsync(name, category, cancellationToken);
        return category;
    }

    public async Task<Category?> FindAsync(string slug, CancellationToken cancellationToken) =>
        db.Set<Category>().Local.FirstOrDefault(c => c.Slug == slug) ?? await db.Set<Category>().SingleOrDefaultAsync(c => c.Slug == slug, cancellationToken);

    public async Task<Category?> GetAsync(Id<Category> id, CancellationToken cancellationToken) =>
        db.Set<Category>().Local.FirstOrDefault(c => c.Id == id) ?? await db.Set<Category>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    private async Task<Category> StepAsync(string name, Category? parent, CancellationToken cancellationToken)
    {
        var slug = Slugs.From(parent is null ? name : $"{parent.Slug} {name}", "category");
        if (await FindAsync(slug, cancellationToken) is { } found)
            return found;
        var added = new Category { Id = ids.New<Category>(), Slug = slug, NameEn = name.Length > 200 ? name[..200] : name, ParentId = parent?.Id };
        db.Add(added);
        return added;
    }

    /// <summary>A category and everything below it.</summary>
    internal static List<Id<Category>?> Below(Category root, IReadOnlyCollection<Category> all)
    {
        List<Id<Category>?> found = [root.Id];
        for (var i = 0; i < found.Count; i++)
            found.AddRange(all.Where(c => c.ParentId == found[i] && !found.Contains(c.Id)).Select(c => (Id<Category>?)c.Id));
        return found;
    }
}
