using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Sourcing;

internal sealed class SupplierOfferMapping : IEntityTypeConfiguration<SupplierOffer>
{
    public void Configure(EntityTypeBuilder<SupplierOffer> builder)
    {
        builder.ToTable("SupplierOffers");
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.ConnectorId).HasMaxLength(60);
        builder.Property(o => o.ProductKey).HasMaxLength(100);
        builder.Property(o => o.StoreId).HasMaxLength(100);
        builder.Property(o => o.StoreName).HasMaxLength(300);
        builder.Property(o => o.ShippingCurrency).HasMaxLength(3);
        builder.Property(o => o.ShippingCode).HasMaxLength(200);
        builder.Property(o => o.ShipsFrom).HasMaxLength(2);
        builder.Property(o => o.Snapshot).HasJson();
        builder.Property(o => o.Pending).HasJson();
        builder.Ignore(o => o.Shipping);
        builder.HasIndex(o => new { o.TenantId, o.ConnectorId, o.ProductKey }).IsUnique();
        builder.HasIndex(o => new { o.TenantId, o.NextCheckAt });
        builder.HasIndex(o => new { o.TenantId, o.ProductId });
    }
}

internal sealed class SupplierVariantMapping : IEntityTypeConfiguration<SupplierVariant>
{
    public void Configure(EntityTypeBuilder<SupplierVariant> builder)
    {
        builder.ToTable("SupplierVariants");
        builder.HasKey(v => new { v.TenantId, v.Id });
        builder.Property(v => v.Sku).HasMaxLength(200);
        builder.Property(v => v.OrderKey).HasMaxLength(500);
        builder.Property(v => v.Currency).HasMaxLength(3);
        builder.Property(v => v.Options).HasJson();
        builder.Ignore(v => v.Amount);
        builder.HasIndex(v => new { v.TenantId, v.VariantId, v.OfferId, v.Sku }).IsUnique();
        builder.HasOne<SupplierOffer>().WithMany().HasForeignKey(v => new { v.TenantId, v.OfferId }).HasPrincipalKey(o => new { o.TenantId, o.Id });
    }
}

internal sealed class SourcingRunMapping : IEntityTypeConfiguration<SourcingRun>
{
    public void Configure(EntityTypeBuilder<SourcingRun> builder)
    {
        builder.ToTable("SourcingRuns");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Key).HasMaxLength(120);
        builder.Property(r => r.Words).HasMaxLength(200);
        builder.Property(r => r.Why).HasMaxLength(300);
        builder.HasIndex(r => new { r.TenantId, r.Key }).IsUnique();
        builder.Property(r => r.Category).HasMaxLength(300);
        builder.Property(r => r.ConnectorId).HasMaxLength(60);
        builder.Property(r => r.Actor).HasMaxLength(200);
        builder.HasIndex(r => new { r.TenantId, r.CreatedAt });
    }
}

internal sealed class SourcingItemMapping : IEntityTypeConfiguration<SourcingItem>
{
    public void Configure(EntityTypeBuilder<SourcingItem> builder)
    {
        builder.ToTable("SourcingItems");
        builder.HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.ConnectorId).HasMaxLength(60);
        builder.Property(i => i.ProductKey).HasMaxLength(100);
        builder.Property(i => i.Title).HasMaxLength(500);
        builder.HasIndex(i => new { i.TenantId, i.RunId, i.ConnectorId, i.ProductKey }).IsUnique();
        builder.HasOne<SourcingRun>().WithMany().HasForeignKey(i => new { i.TenantId, i.RunId }).HasPrincipalKey(r => new { r.TenantId, r.Id });
    }
}
