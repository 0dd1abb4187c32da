using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Database;

namespace Shop.Platform.Pricing;

/// <summary>One version of the tenant's price rule; the highest version is in force. Never changed: going back makes a new version.</summary>
public sealed class PriceRule : ITenantOwned
{
    public TenantId TenantId { get; init; }
    public Id<PriceRule> Id { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; }

    public required RuleSettings Settings { get; init; }
    public DateTimeOffset AppliedAt { get; init; }
    public required string Actor { get; init; }
    public string? Note { get; init; }
}

internal sealed class PriceRuleMapping : IEntityTypeConfiguration<PriceRule>
{
    public void Configure(EntityTypeBuilder<PriceRule> builder)
    {
        builder.ToTable("PriceRules");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Settings).HasJson();
        builder.Property(r => r.Actor).HasMaxLength(200);
        builder.Property(r => r.Note).HasMaxLength(300);
        builder.HasIndex(r => new { r.TenantId, r.Version }).IsUnique();
    }
}
