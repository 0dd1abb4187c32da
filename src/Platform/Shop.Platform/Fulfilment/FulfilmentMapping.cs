using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.Fulfilment;

internal sealed class SupplierOrderMapping : IEntityTypeConfiguration<SupplierOrder>
{
    public void Configure(EntityTypeBuilder<SupplierOrder> builder)
    {
        builder.ToTable("SupplierOrders");
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.ConnectorId).HasMaxLength(60);
        builder.Property(o => o.StoreId).HasMaxLength(100);
        builder.Property(o => o.SupplierWord).HasMaxLength(200);
        builder.HasIndex(o => new { o.TenantId, o.OrderId, o.Number }).IsUnique();
        builder.HasIndex(o => new { o.TenantId, o.PlacedAt });
    }
}

internal sealed class ShipmentMapping : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.ToTable("Shipments");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.Property(s => s.TrackingNumber).HasMaxLength(100);
        builder.Property(s => s.Carrier).HasMaxLength(200);
        builder.HasOne<SupplierOrder>().WithMany().HasForeignKey(s => new { s.TenantId, s.SupplierOrderId });
        builder.HasIndex(s => new { s.TenantId, s.SupplierOrderId, s.TrackingNumber }).IsUnique();
        builder.HasIndex(s => new { s.TenantId, s.OrderId });
    }
}

internal sealed class TrackingEventMapping : IEntityTypeConfiguration<TrackingEvent>
{
    public void Configure(EntityTypeBuilder<TrackingEvent> builder)
    {
        builder.ToTable("TrackingEvents");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Text).HasMaxLength(500);
        builder.Property(e => e.Place).HasMaxLength(200);
        builder.HasOne<Shipment>().WithMany().HasForeignKey(e => new { e.TenantId, e.ShipmentId });
        builder.HasIndex(e => new { e.TenantId, e.ShipmentId, e.At });
    }
}
