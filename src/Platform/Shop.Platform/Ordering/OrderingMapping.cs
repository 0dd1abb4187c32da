using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.Ordering;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("Orders");
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.HasIndex(o => new { o.TenantId, o.Number }).IsUnique();
        builder.HasIndex(o => new { o.TenantId, o.Token }).IsUnique();
        builder.HasIndex(o => new { o.TenantId, o.Status });
        builder.HasIndex(o => new { o.TenantId, o.CartToken });
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Property(o => o.Token).HasMaxLength(64);
        builder.Property(o => o.CartToken).HasMaxLength(64);
        builder.Property(o => o.Email).HasMaxLength(254);
        builder.Property(o => o.Province).HasMaxLength(2);
        builder.Ignore(o => o.ShipTo);
        builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => new { l.TenantId, l.OrderId });
        builder.HasMany(o => o.Taxes).WithOne().HasForeignKey(t => new { t.TenantId, t.OrderId });
        builder.HasMany(o => o.Moves).WithOne().HasForeignKey(m => new { m.TenantId, m.OrderId });
    }
}

internal sealed class OrderLineMapping : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.ToTable("OrderLines");
        builder.HasKey(l => new { l.TenantId, l.Id });
    }
}

internal sealed class OrderTaxMapping : IEntityTypeConfiguration<OrderTaxRow>
{
    public void Configure(EntityTypeBuilder<OrderTaxRow> builder)
    {
        builder.ToTable("OrderTaxes");
        builder.HasKey(t => new { t.TenantId, t.Id });
    }
}

internal sealed class OrderMoveMapping : IEntityTypeConfiguration<OrderMove>
{
    public void Configure(EntityTypeBuilder<OrderMove> builder)
    {
        builder.ToTable("OrderMoves");
        builder.HasKey(m => new { m.TenantId, m.Id });
        // The id is given, not generated: a move added to a tracked order is a new row.
        builder.Property(m => m.Id).ValueGeneratedNever();
    }
}

internal sealed class OrderIssueMapping : IEntityTypeConfiguration<OrderIssue>
{
    public void Configure(EntityTypeBuilder<OrderIssue> builder)
    {
        builder.ToTable("OrderIssues");
        builder.Property(i => i.Kind).HasMaxLength(40);
        builder.Property(i => i.Reference).HasMaxLength(100);
        builder.HasIndex(i => new { i.TenantId, i.OrderId, i.Kind, i.Reference }).IsUnique();
    }
}

internal sealed class CartMapping : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> builder)
    {
        builder.ToTable("Carts");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Token).HasMaxLength(64);
        builder.HasIndex(c => new { c.TenantId, c.Token }).IsUnique();
        builder.HasMany(c => c.Lines).WithOne().HasForeignKey(l => new { l.TenantId, l.CartId });
    }
}

internal sealed class CartLineMapping : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> builder)
    {
        builder.ToTable("CartLines");
        builder.HasKey(l => new { l.TenantId, l.Id });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.TenantId, l.CartId, l.VariantId }).IsUnique();
    }
}

internal sealed class CheckoutRequestMapping : IEntityTypeConfiguration<CheckoutRequest>
{
    public void Configure(EntityTypeBuilder<CheckoutRequest> builder)
    {
        builder.ToTable("CheckoutRequests");
        builder.Property(r => r.Key).HasMaxLength(200);
        builder.Property(r => r.BodyHash).HasMaxLength(64);
        builder.HasIndex(r => new { r.TenantId, r.Key }).IsUnique();
    }
}

internal sealed class OrderCounterMapping : IEntityTypeConfiguration<OrderCounter>
{
    public void Configure(EntityTypeBuilder<OrderCounter> builder)
    {
        builder.ToTable("OrderCounters");
        builder.HasKey(c => c.TenantId);
    }
}

internal sealed class CheckoutSettingsMapping : IEntityTypeConfiguration<CheckoutSettings>
{
    public void Configure(EntityTypeBuilder<CheckoutSettings> builder)
    {
        builder.ToTable("CheckoutSettings");
        builder.HasKey(s => s.TenantId);
    }
}
