using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.ConnectorHosting.Accounts;

internal sealed class ConnectorAccountMapping : IEntityTypeConfiguration<ConnectorAccount>
{
    public void Configure(EntityTypeBuilder<ConnectorAccount> builder)
    {
        builder.ToTable("ConnectorAccounts");
        builder.HasKey(a => new { a.TenantId, a.Id });
        // First form: one account per supplier.
        builder.HasIndex(a => new { a.TenantId, a.ConnectorId }).IsUnique();
        builder.Property(a => a.ConnectorId).HasMaxLength(40);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.StateReason).HasMaxLength(500);
        builder.Property(a => a.AcceptedBy).HasMaxLength(200);
        builder.Property(a => a.AcceptedTerms).HasMaxLength(40);
        builder.Property(a => a.PendingState).HasMaxLength(80);
        builder.Property(a => a.PendingRedirect).HasMaxLength(400);
        builder.Property(a => a.QuarantineReason).HasMaxLength(1000);
    }
}

internal sealed class ConnectorSecretMapping : IEntityTypeConfiguration<ConnectorSecret>
{
    public void Configure(EntityTypeBuilder<ConnectorSecret> builder)
    {
        builder.ToTable("ConnectorSecrets");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.HasIndex(s => new { s.TenantId, s.AccountId, s.Name }).IsUnique();
        builder.Property(s => s.Name).HasMaxLength(100);
    }
}

internal sealed class ConnectorCallMapping : IEntityTypeConfiguration<ConnectorCall>
{
    public void Configure(EntityTypeBuilder<ConnectorCall> builder)
    {
        builder.ToTable("ConnectorCalls");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.HasIndex(c => new { c.TenantId, c.ConnectorId, c.At });
        builder.Property(c => c.ConnectorId).HasMaxLength(40);
        builder.Property(c => c.Capability).HasMaxLength(80);
        builder.Property(c => c.Outcome).HasMaxLength(40);
        builder.Property(c => c.Code).HasMaxLength(100);
        builder.Property(c => c.Detail).HasMaxLength(4000);
    }
}
