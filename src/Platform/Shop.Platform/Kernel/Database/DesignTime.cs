using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Kernel.Database;

/// <summary>Lets the migration tool make the contexts without a host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteShopDb>
{
    public SqliteShopDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteShopDb>().UseSqlite("Data Source=:memory:").Options,
        new TenantScope(), EventCatalog.Empty, TimeProvider.System, new IdSource(TimeProvider.System));
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresShopDb>
{
    public PostgresShopDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgresShopDb>().UseNpgsql("Host=localhost").Options,
        new TenantScope(), EventCatalog.Empty, TimeProvider.System, new IdSource(TimeProvider.System));
}
