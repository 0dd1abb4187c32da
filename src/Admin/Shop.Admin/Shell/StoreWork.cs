using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;

namespace Shop.Admin.Shell;

/// <summary>
/// How pages reach the slices: each call names the permission it needs and runs in a fresh scope of the member's store. A page's own scope
/// lives as long as its tab and belongs to no tenant, so that nothing can be read past this check.
/// </summary>
public sealed class StoreWork(AuthenticationStateProvider authentication, StaffSessions sessions, IServiceProvider services)
{
    /// <summary>Who is signed in. Null once the session has ended.</summary>
    public async Task<StaffMember?> MemberAsync() => StaffMember.From((await authentication.GetAuthenticationStateAsync()).User);

    public async Task<bool> MayAsync(string permission) => (await MemberAsync())?.May(permission) == true;

    /// <summary>Calls a slice's service in the member's store.</summary>
    /// <exception cref="UnauthorizedAccessException">The session ended, or the role does not have the permission.</exception>
    public async Task<T> AskAsync<TService, T>(string permission, Func<TService, Task<T>> call) where TService : notnull
    {
        var member = await CheckAsync(permission);
        await using var scope = services.CreateTenantScope(member.Tenant!.Value);
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The same for a change, which is recorded with who made it.</summary>
    public async Task<T> DoAsync<TService, T>(string permission, Func<TService, string, Task<T>> call) where TService : notnull
    {
        var member = await CheckAsync(permission);
        await using var scope = services.CreateTenantScope(member.Tenant!.Value);
        return await call(scope.ServiceProvider.GetRequiredService<TService>(), member.Email);
    }

    /// <summary>For the platform's operators: in the named store, or in none.</summary>
    public async Task<T> OperateAsync<TService, T>(TenantId? store, Func<TService, string, Task<T>> call) where TService : notnull
    {
        var now = await sessions.RefreshAsync((await authentication.GetAuthenticationStateAsync()).User, CancellationToken.None);
        if (now is null || StaffMember.From(now) is not { IsOperator: true } member)
            throw new UnauthorizedAccessException("Not an operator.");
        await using var scope = store is { } tenant ? services.CreateTenantScope(tenant) : services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>(), member.Email);
    }

    // Asked anew at every call: a role taken away must not work on until the tab notices.
    private async Task<StaffMember> CheckAsync(string permission)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var now = await sessions.RefreshAsync(user, CancellationToken.None);
        return now is not null && StaffMember.From(now) is { } member && member.May(permission)
            ? member : throw new UnauthorizedAccessException($"Not permitted: {permission}.");
    }
}
