using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Kernel;

public sealed class MigrationTests
{
    [Theory, EveryDatabase]
    public async Task The_migrations_make_the_schema_of_the_model(Provider provider)
    {
        await using var host = await SliceHost.StartAsync(provider, createSchema: false);

        await host.Services.MigrateDatabaseAsync(TestContext.Current.CancellationToken);

        await using var scope = host.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ShopDb>().Database;
        Assert.False(database.HasPendingModelChanges(), "The model changed: run './shop migrations'.");
        Assert.Empty(await database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
