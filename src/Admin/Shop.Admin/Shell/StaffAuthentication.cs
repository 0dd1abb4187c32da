using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;
using Shop.Platform.Identity;

namespace Shop.Admin.Shell;

/// <summary>A page stays open for hours: every few seconds it is checked that its member still is one, in the same role.</summary>
internal sealed class StaffAuthentication(ILoggerFactory log, StaffSessions sessions) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await sessions.RefreshAsync(authenticationState.User, cancellationToken) is { } now && StaffMember.From(now) == StaffMember.From(authenticationState.User);
}
