using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Shop.Platform.Kernel.Database;

/// <summary>Gives every tenant-owned type its filter and puts the tenant first in its key.</summary>
internal static class TenantModel
{
    public static void Apply(ModelBuilder model, ShopDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType) && e.BaseType is null).ToList())
        {
            var builder = model.Entity(entity.ClrType);
            if (entity.FindPrimaryKey() is not { } key || key.Properties[0].Name != nameof(ITenantOwned.TenantId))
            {
                // A convention found "Id" alone; the tenant goes in front, or a key would tell one tenant what another has.
                string[] names = [nameof(ITenantOwned.TenantId), .. entity.FindPrimaryKey()?.Properties.Select(p => p.Name) ?? ["Id"]];
                builder.HasKey(names);
            }
            builder.HasQueryFilter(ShopDb.TenantFilter, Filter(entity.ClrType, db));
        }
    }

    private static LambdaExpression Filter(Type type, ShopDb db)
    {
        var row = Expression.Parameter(type, "row");
        // EF replaces the context constant by the running instance, so the tenant is read at execution.
        var current = Expression.Property(Expression.Constant(db, typeof(ShopDb)), nameof(ShopDb.FilterTenant));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITenantOwned.TenantId)), current), row);
    }
}
