namespace Shop.Platform.Kernel;

/// <summary>The tenant of the current scope (request, job, workflow step).</summary>
public interface ITenantAccessor
{
    /// <summary>Null outside any tenant (the platform's own pages, background sweeps).</summary>
    TenantId? Current { get; }

    /// <summary>The tenant, where there must be one. A missing tenant is a bug.</summary>
    TenantId Required => Current ?? throw new InvalidOperationException("No tenant in this scope.");
}
