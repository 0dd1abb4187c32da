using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.Kernel.Outbox;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(m => m.Event).HasMaxLength(300);
        builder.Property(m => m.Handler).HasMaxLength(300);
        // Not led by the tenant: delivery looks across tenants for what is due.
        builder.HasIndex(m => m.DueAt);
    }
}
