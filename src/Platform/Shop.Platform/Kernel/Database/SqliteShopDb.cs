using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Kernel.Database;

internal sealed class SqliteShopDb(
    DbContextOptions<SqliteShopDb> options, ITenantAccessor tenants, EventCatalog events, TimeProvider time, IIdSource ids)
    : ShopDb(options, tenants, events, time, ids)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite compares neither decimals nor offsets in its text forms: both are stored as scaled 64-bit integers, exact and sortable.
        configurationBuilder.Properties<decimal>().HaveConversion<ScaledDecimalConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    /// <summary>Eight digits after the point; range ± 92 billion.</summary>
    private sealed class ScaledDecimalConverter() : ValueConverter<decimal, long>(
        value => (long)decimal.Round(value * 100_000_000m, 0, MidpointRounding.AwayFromZero), stored => stored / 100_000_000m);

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        value => value.UtcTicks, stored => new DateTimeOffset(stored, TimeSpan.Zero));
}
