using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Payments;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Ordering;

/// <summary>Orders and their money for the merchant, on the admin host.</summary>
internal static class OrdersAdminApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var admin = endpoints.MapGroup("/api/admin").OnAdminHost().WithTags("Orders");
        admin.MapGet("/orders", ListAsync).RequireStaff(Permissions.OrdersRead);
        admin.MapGet("/orders/{id}", FindAsync).RequireStaff(Permissions.OrdersRead);
        admin.MapGet("/orders/{id}/money", MoneyAsync).RequireStaff(Permissions.MoneyRead);
        admin.MapPost("/orders/{id}/refund", RefundAsync).RequireStaff(Permissions.MoneyRefund);
        admin.MapGet("/ledger", LedgerAsync).RequireStaff(Permissions.MoneyRead);
    }

    private static async Task<Ok<IReadOnlyList<OrderSummary>>> ListAsync(
        IOrders orders, CancellationToken cancellationToken, string? status = null, string? search = null, int page = 1, int pageSize = 50) =>
        TypedResults.Ok(await orders.ListAsync(status, search, page, Math.Clamp(pageSize, 1, 200), cancellationToken));

    private static async Task<IResult> FindAsync(Id<Order> id, IOrders orders, CancellationToken cancellationToken) =>
        await orders.FindAsync(id, cancellationToken) is { } order ? Results.Ok(order) : Problem.NotFound("order").ToHttp();

    private static async Task<IResult> MoneyAsync(Id<Order> id, IOrders orders, IPayments payments, CancellationToken cancellationToken) =>
        await orders.FindAsync(id, cancellationToken) is null
            ? Problem.NotFound("order").ToHttp() : Results.Ok(await payments.MoneyAsync(id.Value, cancellationToken));

    private static async Task<IResult> RefundAsync(
        Id<Order> id, RefundRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, IOrders orders, IPayments payments, ClaimsPrincipal user,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > 100)
            return Problem.InvalidField("Idempotency-Key", "Send a key of 1 to 100 characters, the same for every repeat of this refund.").ToHttp();
        if (await orders.FindAsync(id, cancellationToken) is null)
            return Problem.NotFound("order").ToHttp();
        var money = await payments.MoneyAsync(id.Value, cancellationToken);
        var amount = body.Amount is { } asked ? Money.Cad(asked) : money.Captured - money.Refunded;
        var reason = string.IsNullOrWhiteSpace(body.Reason) ? $"Refund by {user.Identity?.Name}" : body.Reason.Trim();
        return (await payments.RefundAsync(id.Value, amount, reason, $"staff:{key}", cancellationToken)).ToHttp();
    }

    private static async Task<Ok<LedgerCheck>> LedgerAsync(IPayments payments, CancellationToken cancellationToken)
    {
        var wrong = await payments.VerifyLedgerAsync(cancellationToken);
        return TypedResults.Ok(new LedgerCheck(wrong.Count == 0, wrong));
    }
}

/// <param name="Amount">In Canadian dollars; null gives back all that is left.</param>
public sealed record RefundRequest(decimal? Amount, string? Reason);

/// <param name="Wrong">What does not add up, one sentence each.</param>
public sealed record LedgerCheck(bool Balanced, IReadOnlyList<string> Wrong);
