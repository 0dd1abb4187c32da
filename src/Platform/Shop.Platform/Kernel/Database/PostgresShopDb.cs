using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Kernel.Database;

internal sealed class PostgresShopDb(
    DbContextOptions<PostgresShopDb> options, ITenantAccessor tenants, EventCatalog events, TimeProvider time, IIdSource ids)
    : ShopDb(options, tenants, events, time, ids)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // timestamptz takes UTC only.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        value => value.ToUniversalTime(), stored => stored);
}
