using Microsoft.EntityFrameworkCore;
using Shop.Platform.Kernel.Audit;
using Shop.Platform.Kernel.Outbox;

namespace Shop.Platform.Kernel.Database;

/// <summary>
/// The one database context. Each slice maps its own types (IEntityTypeConfiguration in its folder) and reads them by <c>db.Set&lt;T&gt;()</c>.
/// Never pooled: it is bound to one tenant for its whole life.
/// </summary>
public abstract class ShopDb(DbContextOptions options, ITenantAccessor tenants, EventCatalog events, TimeProvider time, IIdSource ids) : DbContext(options)
{
    internal const string TenantFilter = "tenant";

    /// <summary>Read by the query filter at execution, not frozen into the cached model.</summary>
    internal TenantId FilterTenant => tenants.Current ?? default;

    /// <summary>Adds an event to be delivered to every handler after, and only if, this context's changes are committed.</summary>
    public void Publish(IEvent @event) => AddRange(events.MessagesFor(@event, tenants.Required, ids, time.GetUtcNow()));

    /// <summary>Adds a line to the tenant's audit log, committed with the change it describes.</summary>
    public void Audit(string actor, string action, string subject, string? details = null) => Add(new AuditEntry
    {
        Id = ids.New<AuditEntry>(),
        At = time.GetUtcNow(),
        Actor = actor,
        Action = action,
        Subject = subject,
        Details = details,
    });

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        TenantGuard.StampAndCheck(ChangeTracker, tenants.Current);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ShopDb).Assembly);
        TenantModel.Apply(modelBuilder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        StoredTypes.Apply(configurationBuilder);
    }
}
