using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Platform.Pricing.Fx;

internal sealed class FxMapping : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.ToTable("ExchangeRates");
        builder.HasKey(r => new { r.Currency, r.Day });
        builder.Property(r => r.Currency).HasMaxLength(3);
        builder.HasIndex(r => r.Day);
    }
}
