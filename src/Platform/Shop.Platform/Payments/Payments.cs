using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Payments;

/// <summary>Registers payments and maps Stripe's webhook.</summary>
public static class PaymentsSlice
{
    public static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<StripeOptions>(configuration.GetSection("Stripe"));
        services.AddHttpClient(StripeGateway.HttpClientName);
        services.AddDataProtection();
        services.AddScoped<StripeGateway>().AddScoped<CheckoutSessions>().AddScoped<WebhookSecrets>().AddScoped<RegisterWebhook>();
        services.AddScoped<Ledger>().AddScoped<StartCheckout>().AddScoped<SettlePayment>().AddScoped<SettleRefund>().AddScoped<RefundPayment>();
        services.AddScoped<ReconcilePayments>().AddScoped<VerifyLedger>().AddScoped<ReadMoney>().AddScoped<BookSupplierCost>().AddScoped<ReceiveWebhook>();
        services.AddScoped<IPayments, StripePayments>();
        services.AddHandler<StripeEventStored, ProcessStripeEvent>();
        services.AddHandler<PaymentCaptured, BookFee>();
        services.AddSingleton<IHostedService, PaymentReconciliation>();
        return services;
    }

    /// <summary>Maps <c>/webhooks/stripe</c> on store hosts: the host name says whose payment it is.</summary>
    public static IEndpointRouteBuilder MapPayments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/webhooks/stripe", ReceiveAsync).OnStoreHost().AllowAnonymous().DisableAntiforgery();
        return endpoints;
    }

    private static async Task<IResult> ReceiveAsync(HttpRequest request, ReceiveWebhook webhook, CancellationToken cancellationToken)
    {
        if (request.ContentLength > ReceiveWebhook.MaxBytes)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var reader = new StreamReader(request.Body);
        var buffer = new char[ReceiveWebhook.MaxBytes + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        if (length > ReceiveWebhook.MaxBytes)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        return (await webhook.ReceiveAsync(new string(buffer, 0, length), request.Headers["Stripe-Signature"], cancellationToken)).ToHttp();
    }
}
