using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Tenancy;

/// <summary>What a new store is made from; checked by <see cref="ProvisionTenant.CheckAsync"/>.</summary>
public sealed record NewTenant(string Name, string Slug, string ContactEmail, string Language, string Province);

/// <summary>Creates a store. Its caller (sign-up) owns the transaction, because the owner's account belongs to it too.</summary>
public sealed class ProvisionTenant(ShopDb db, ITenantAccessor tenants, TimeProvider time)
{
    /// <summary>Field name → what is wrong; empty when the store can be made. A taken slug's text offers a free one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(NewTenant wish, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string>();
        if (string.IsNullOrWhiteSpace(wish.Name) || wish.Name.Trim().Length > 100)
            faults["storeName"] = "Give the store a name of at most 100 characters.";
        if (wish.Language is not ("en" or "fr"))
            faults["language"] = "Choose en or fr.";
        if (!Provinces.Contains(wish.Province))
            faults["province"] = "Choose a province or territory of Canada.";
        if (Slugs.Fault(wish.Slug) is { } fault)
            faults["slug"] = $"{fault} Free: {await SuggestAsync(wish.Slug, cancellationToken)}";
        else if (await TakenAsync(wish.Slug, cancellationToken))
            faults["slug"] = $"This address is taken. Free: {await SuggestAsync(wish.Slug, cancellationToken)}";
        return faults;
    }

    /// <summary>A free slug close to a name.</summary>
    public async Task<string> SuggestAsync(string name, CancellationToken cancellationToken)
    {
        var wish = Slugs.From(name);
        var stem = wish.Length > Slugs.MaxLength - 4 ? wish[..(Slugs.MaxLength - 4)].Trim('-') : wish;
        var taken = await db.Set<Tenant>().Where(t => t.Slug == wish || t.Slug.StartsWith(stem + "-")).Select(t => t.Slug).ToListAsync(cancellationToken);
        return taken.Contains(wish) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{stem}-{n}").First(s => !taken.Contains(s)) : wish;
    }

    /// <summary>Adds the store of the scope's tenant without saving.</summary>
    public void Add(NewTenant wish)
    {
        db.Add(new Tenant
        {
            Id = tenants.Required,
            Slug = wish.Slug,
            Name = wish.Name.Trim(),
            Language = wish.Language,
            Province = wish.Province,
            ContactEmail = wish.ContactEmail,
            CreatedAt = time.GetUtcNow(),
        });
        db.Audit(wish.ContactEmail, "tenant.provision", wish.Slug);
        db.Publish(new TenantProvisioned(wish.Slug, wish.Name.Trim(), wish.Language, wish.Province));
    }

    private Task<bool> TakenAsync(string slug, CancellationToken cancellationToken) => db.Set<Tenant>().AnyAsync(t => t.Slug == slug, cancellationToken);
}
