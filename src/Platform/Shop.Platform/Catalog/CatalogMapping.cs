using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Catalog;

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("Products");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Slug).HasMaxLength(120);
        builder.Property(p => p.TitleEn).HasMaxLength(500);
        builder.Property(p => p.TitleFr).HasMaxLength(500);
        builder.Property(p => p.TaxCategory).HasMaxLength(40);
        builder.Property(p => p.PauseReason).HasMaxLength(200);
        builder.Property(p => p.SourceSite).HasMaxLength(60);
        builder.Property(p => p.SourceProductId).HasMaxLength(100);
        builder.Property(p => p.SourceUrl).HasMaxLength(2000);
        builder.Property(p => p.SourceCurrency).HasMaxLength(3);
        builder.Property(p => p.Edited).HasConversion<int>();
        builder.Property(p => p.Images).HasJson();
        builder.Property(p => p.Specifications).HasJson();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.TenantId, p.Slug }).IsUnique();
        builder.HasIndex(p => new { p.TenantId, p.State, p.Popularity });
        builder.HasIndex(p => new { p.TenantId, p.CategoryId, p.State });
        builder.HasOne<Category>().WithMany().HasForeignKey(p => new { p.TenantId, p.CategoryId })
            .HasPrincipalKey(c => new { c.TenantId, c.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VariantMapping : IEntityTypeConfiguration<Variant>
{
    public void Configure(EntityTypeBuilder<Variant> builder)
    {
        builder.ToTable("Variants");
        builder.HasKey(v => new { v.TenantId, v.Id });
        builder.Property(v => v.Options).HasJson();
        builder.Property(v => v.Image).HasMaxLength(200);
        builder.Property(v => v.PauseReason).HasMaxLength(200);
        builder.HasIndex(v => new { v.TenantId, v.ProductId, v.Position });
        builder.HasOne<Product>().WithMany().HasForeignKey(v => new { v.TenantId, v.ProductId }).HasPrincipalKey(p => new { p.TenantId, p.Id });
    }
}

internal sealed class CategoryMapping : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("Categories");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Slug).HasMaxLength(120);
        builder.Property(c => c.NameEn).HasMaxLength(200);
        builder.Property(c => c.NameFr).HasMaxLength(200);
        builder.HasIndex(c => new { c.TenantId, c.Slug }).IsUnique();
    }
}

internal sealed class PriceChangeMapping : IEntityTypeConfiguration<PriceChange>
{
    public void Configure(EntityTypeBuilder<PriceChange> builder)
    {
        builder.ToTable("PriceChanges");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Cause).HasMaxLength(300);
        builder.Property(c => c.Actor).HasMaxLength(200);
        builder.HasIndex(c => new { c.TenantId, c.ProductId, c.At });
    }
}

internal sealed class ProductEditMapping : IEntityTypeConfiguration<ProductEdit>
{
    public void Configure(EntityTypeBuilder<ProductEdit> builder)
    {
        builder.ToTable("ProductEdits");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Actor).HasMaxLength(200);
        builder.Property(e => e.Before).HasJson();
        builder.Property(e => e.After).HasJson();
        builder.HasIndex(e => new { e.TenantId, e.ProductId, e.At });
    }
}
