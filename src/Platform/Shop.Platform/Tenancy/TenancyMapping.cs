using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Platform.Kernel;

namespace Shop.Platform.Tenancy;

internal sealed class TenancyMapping : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("Tenants");
        builder.HasKey(t => t.Id);
        builder.HasIndex(t => t.Slug).IsUnique();
        builder.Property(t => t.Slug).HasMaxLength(Slugs.MaxLength);
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.Property(t => t.Language).HasMaxLength(2);
        builder.Property(t => t.Province).HasMaxLength(2);
        builder.Property(t => t.Currency).HasMaxLength(3);
        builder.Property(t => t.ContactEmail).HasMaxLength(254);
        builder.Property(t => t.GstNumber).HasMaxLength(20);
        builder.Property(t => t.QstNumber).HasMaxLength(20);
        builder.Property(t => t.Settings).HasConversion(
            settings => JsonSerializer.Serialize(settings, KernelJson.Options),
            stored => JsonSerializer.Deserialize<TenantSettings>(stored, KernelJson.Options)!);
    }
}
