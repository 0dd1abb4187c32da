using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.ConnectorHosting;

/// <summary>Connectors over HTTP, for the admin host.</summary>
public static class ConnectorEndpoints
{
    public static IEndpointRouteBuilder MapConnectorHosting(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder group = endpoints.MapGroup("/api/admin/connectors").OnAdminHost().WithTags("Connectors");
        group.MapGet("/", ListAsync).RequireStaff(Permissions.ConnectorsRead);
        group.MapGet("/{id}", FindAsync).RequireStaff(Permissions.ConnectorsRead);
        group.MapGet("/{id}/calls", CallsAsync).RequireStaff(Permissions.ConnectorsRead);
        group.MapPut("/{id}/settings", SaveAsync).RequireStaff(Permissions.ConnectorsManage);
        group.MapPost("/{id}/terms", AcceptAsync).RequireStaff(Permissions.ConnectorsManage);
        group.MapPost("/{id}/connect", BeginAsync).RequireStaff(Permissions.ConnectorsManage);
        group.MapGet("/{id}/callback", CallbackAsync).RequireStaff(Permissions.ConnectorsManage);
        group.MapPost("/{id}/check", CheckAsync).RequireStaff(Permissions.ConnectorsManage);
        group.MapPost("/{id}/disconnect", DisconnectAsync).RequireStaff(Permissions.ConnectorsManage);
        group.MapPost("/{id}/release", ReleaseAsync).RequireStaff(Permissions.ConnectorsManage);
        return endpoints;
    }

    private static async Task<IResult> ListAsync(IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        Results.Ok(await accounts.ListAsync(cancellationToken));

    private static async Task<IResult> FindAsync(string id, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        (await accounts.FindAsync(id, cancellationToken)).ToHttp();

    private static async Task<IResult> CallsAsync(string id, int? take, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        Results.Ok(await accounts.RecentCallsAsync(id, take ?? 50, cancellationToken));

    private static async Task<IResult> SaveAsync(
        string id, Dictionary<string, string> values, ClaimsPrincipal user, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        (await accounts.SaveSettingsAsync(id, values, Actor(user), cancellationToken)).ToHttp();

    private static async Task<IResult> AcceptAsync(
        string id, TermsAcceptance acceptance, ClaimsPrincipal user, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        (await accounts.AcceptTermsAsync(id, acceptance.Version, Actor(user), cancellationToken)).ToHttp();

    private static async Task<IResult> BeginAsync(string id, HttpRequest request, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        (await accounts.BeginConnectAsync(id, new Uri($"{request.Scheme}://{request.Host}"), cancellationToken)).Failed(out Problem? problem, out Uri? address)
            ? problem.ToHttp()
            : Results.Ok(new ConnectPage(address));

    /// <summary>The supplier sends the merchant's browser here; it goes on to the connector's page with the result.</summary>
    private static async Task<IResult> CallbackAsync(
        string id, string? code, string? state, ClaimsPrincipal user, IConnectorAccounts accounts, CancellationToken cancellationToken)
    {
        string page = $"/connectors/{Uri.EscapeDataString(id)}";
        if (string.IsNullOrEmpty(code) || string.IsNullOrEmpty(state))
            return Results.LocalRedirect($"{page}?problem=connector.refused");
        Outcome<Done> outcome = await accounts.CompleteConnectAsync(id, code, state, Actor(user), cancellationToken);
        return Results.LocalRedirect(outcome.Problem is { } problem ? $"{page}?problem={Uri.EscapeDataString(problem.Code)}" : $"{page}?connected=1");
    }

    private static async Task<IResult> CheckAsync(string id, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        (await accounts.CheckAsync(id, cancellationToken)).ToHttp();

    private static async Task<IResult> DisconnectAsync(string id, ClaimsPrincipal user, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        (await accounts.DisconnectAsync(id, Actor(user), cancellationToken)).ToHttp();

    private static async Task<IResult> ReleaseAsync(string id, ClaimsPrincipal user, IConnectorAccounts accounts, CancellationToken cancellationToken) =>
        (await accounts.ReleaseAsync(id, Actor(user), cancellationToken)).ToHttp();

    private static string Actor(ClaimsPrincipal user) => user.FindFirst("email")?.Value ?? user.Identity?.Name ?? "staff";
}

/// <param name="Version">The version of the terms that was shown.</param>
public sealed record TermsAcceptance(string Version);

/// <param name="Address">Where the browser goes to grant access.</param>
public sealed record ConnectPage(Uri Address);
