using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Platform.Support.Mail;

namespace Shop.Platform.Support;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.HasKey(m => new { m.TenantId, m.Id });
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.Property(m => m.To).HasMaxLength(320);
        builder.Property(m => m.Template).HasMaxLength(60);
        builder.Property(m => m.Language).HasMaxLength(2);
        builder.HasIndex(m => new { m.TenantId, m.Key }).IsUnique();
        // Not led by the tenant: sending looks across tenants for what is due.
        builder.HasIndex(m => m.DueAt);
    }
}
