using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.Payments;

internal sealed class PaymentAttemptMapping : IEntityTypeConfiguration<PaymentAttempt>
{
    public void Configure(EntityTypeBuilder<PaymentAttempt> builder)
    {
        builder.ToTable("PaymentAttempts");
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.SessionId).HasMaxLength(255);
        builder.Property(a => a.PaymentIntentId).HasMaxLength(255);
        builder.HasIndex(a => new { a.TenantId, a.OrderId, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.TenantId, a.SessionId }).IsUnique();
        builder.HasIndex(a => new { a.TenantId, a.PaymentIntentId }).IsUnique();
        builder.HasIndex(a => new { a.TenantId, a.Status, a.CheckedAt });
        builder.Ignore(a => a.IdempotencyKey);
    }
}

internal sealed class RefundMapping : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("Refunds");
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Key).HasMaxLength(300);
        builder.Property(r => r.StripeId).HasMaxLength(255);
        builder.HasIndex(r => new { r.TenantId, r.Key }).IsUnique();
        builder.HasIndex(r => new { r.TenantId, r.StripeId }).IsUnique();
        builder.HasIndex(r => new { r.TenantId, r.OrderId });
        builder.HasOne<PaymentAttempt>().WithMany().HasForeignKey(r => new { r.TenantId, r.AttemptId });
        builder.Ignore(r => r.IdempotencyKey).Ignore(r => r.Receipt);
    }
}

internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.Property(e => e.Posting).HasMaxLength(300);
        builder.Property(e => e.Account).HasMaxLength(60);
        builder.HasIndex(e => new { e.TenantId, e.Posting, e.Account }).IsUnique();
        builder.HasIndex(e => new { e.TenantId, e.OrderId });
    }
}

internal sealed class StripeEventMapping : IEntityTypeConfiguration<StripeEvent>
{
    public void Configure(EntityTypeBuilder<StripeEvent> builder)
    {
        builder.ToTable("StripeEvents");
        builder.Property(e => e.EventId).HasMaxLength(255);
        builder.Property(e => e.Type).HasMaxLength(120);
        builder.HasIndex(e => new { e.TenantId, e.EventId }).IsUnique();
    }
}

internal sealed class StripeEndpointMapping : IEntityTypeConfiguration<StripeEndpoint>
{
    public void Configure(EntityTypeBuilder<StripeEndpoint> builder)
    {
        builder.ToTable("StripeEndpoints");
        builder.Property(e => e.Url).HasMaxLength(500);
        builder.HasIndex(e => new { e.TenantId, e.Url }).IsUnique();
    }
}
