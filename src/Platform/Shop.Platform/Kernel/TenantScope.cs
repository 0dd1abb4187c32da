using Microsoft.Extensions.DependencyInjection;

namespace Shop.Platform.Kernel;

/// <summary>Holds the tenant of one service scope. Set once, by tenant resolution or by <see cref="TenantScopes"/>; never changed after.</summary>
public sealed class TenantScope : ITenantAccessor
{
    public TenantId? Current { get; private set; }

    /// <summary>Fixes the tenant of this scope.</summary>
    /// <exception cref="InvalidOperationException">The scope already belongs to another tenant.</exception>
    public void Enter(TenantId tenant)
    {
        if (Current is { } current && current != tenant)
            throw new InvalidOperationException("A scope cannot change its tenant.");
        Current = tenant;
    }
}

/// <summary>Opens service scopes for work that does not begin with a request.</summary>
public static class TenantScopes
{
    /// <summary>A new scope that belongs to <paramref name="tenant"/>.</summary>
    public static AsyncServiceScope CreateTenantScope(this IServiceProvider services, TenantId tenant)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant);
        return scope;
    }
}
