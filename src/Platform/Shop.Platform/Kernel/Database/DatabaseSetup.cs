using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Kernel.Database;

/// <summary>Chooses the provider and brings the schema up to date.</summary>
public static class DatabaseSetup
{
    public static IServiceCollection AddShopDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        switch (options.Provider)
        {
            case "sqlite":
                services.AddDbContext<SqliteShopDb>((provider, db) => db.UseSqlite(options.ConnectionString).AddInterceptors(new SqliteSession(), provider.GetRequiredService<OutboxWake>()));
                services.AddScoped<ShopDb>(provider => provider.GetRequiredService<SqliteShopDb>());
                break;
            case "postgres":
                services.AddDbContext<PostgresShopDb>((provider, db) => db.UseNpgsql(options.ConnectionString).AddInterceptors(provider.GetRequiredService<OutboxWake>()));
                services.AddScoped<ShopDb>(provider => provider.GetRequiredService<PostgresShopDb>());
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is '{options.Provider}'; use sqlite or postgres.");
        }
        return services;
    }

    /// <summary>Applies the provider's migrations.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.MigrateAsync(cancellationToken);
    }
}
