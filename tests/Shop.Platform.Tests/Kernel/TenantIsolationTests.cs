using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;
using Shop.Platform.Kernel.Audit;
using Shop.Platform.Kernel.Database;
using Shop.Platform.Tests.Harness;

namespace Shop.Platform.Tests.Kernel;

public sealed class TenantIsolationTests
{
    private static readonly TenantId Other = new(Guid.Parse("22222222-2222-2222-2222-222222222222"));

    [Theory, EveryDatabase]
    public async Task A_tenant_reads_its_own_rows_only(Provider provider)
    {
        await using var host = await SliceHost.StartAsync(provider);
        await WriteAsync(host, host.Tenant, "mine");
        await WriteAsync(host, Other, "theirs");

        var seen = await host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<AuditEntry>().Select(e => e.Subject).ToListAsync());

        Assert.Equal(["mine"], seen);
    }

    [Theory, EveryDatabase]
    public async Task Writing_another_tenants_row_throws(Provider provider)
    {
        await using var host = await SliceHost.StartAsync(provider);

        await host.InTenantAsync(async s =>
        {
            var db = s.GetRequiredService<ShopDb>();
            db.Add(new AuditEntry { TenantId = Other, Id = new(Guid.NewGuid()), Actor = "a", Action = "b", Subject = "c" });
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    [Theory, EveryDatabase]
    public async Task Bulk_updates_touch_the_own_tenant_only(Provider provider)
    {
        await using var host = await SliceHost.StartAsync(provider);
        await WriteAsync(host, host.Tenant, "mine");
        await WriteAsync(host, Other, "theirs");

        await host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<AuditEntry>().ExecuteUpdateAsync(u => u.SetProperty(e => e.Details, "touched")));

        var theirs = await host.InTenantAsync(s => s.GetRequiredService<ShopDb>().Set<AuditEntry>().SingleAsync(), Other);
        Assert.Null(theirs.Details);
    }

    [Fact]
    public async Task Every_tenant_owned_key_and_unique_index_begins_with_the_tenant()
    {
        await using var host = await SliceHost.StartAsync(Provider.Sqlite);
        await using var scope = host.Services.CreateAsyncScope();
        var owned = scope.ServiceProvider.GetRequiredService<ShopDb>().Model.GetEntityTypes()
            .Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)).ToList();

        Assert.NotEmpty(owned);
        var wrong = owned.SelectMany(e => e.GetKeys().Select(k => (e, k.Properties[0].Name))
                .Concat(e.GetIndexes().Where(i => i.IsUnique).Select(i => (e, i.Properties[0].Name))))
            .Where(x => x.Name != nameof(ITenantOwned.TenantId)).Select(x => x.e.ClrType.Name);
        Assert.Empty(wrong);
        Assert.All(owned.Where(e => e.BaseType is null), e => Assert.NotNull(e.FindDeclaredQueryFilter(ShopDb.TenantFilter)));
    }

    private static Task WriteAsync(SliceHost host, TenantId tenant, string subject) => host.InTenantAsync(async s =>
    {
        var db = s.GetRequiredService<ShopDb>();
        db.Audit("test", "write", subject);
        await db.SaveChangesAsync();
    }, tenant);
}
