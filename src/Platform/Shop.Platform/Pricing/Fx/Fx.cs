using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop.Platform.Identity;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Pricing.Fx;

/// <summary>Stored exchange rates: the part of Pricing that asks the Bank of Canada.</summary>
public static class FxSlice
{
    public static IServiceCollection AddFx(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FxOptions>(configuration.GetSection("Fx"));
        services.AddHttpClient(BankOfCanada.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(20);
            client.MaxResponseContentBufferSize = 4 << 20;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("Shop/0.1 (exchange-rates)");
        });
        services.AddSingleton<RefreshLog>();
        services.AddScoped<BankOfCanada>();
        services.AddScoped<RefreshRates>();
        services.AddScoped<StoredExchangeRates>();
        services.AddScoped<IExchangeRates>(provider => provider.GetRequiredService<StoredExchangeRates>());
        services.AddScoped<IExchangeRateStatus>(provider => provider.GetRequiredService<StoredExchangeRates>());
        services.AddSingleton<RateRefresher>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RateRefresher>());
        return services;
    }

    public static IEndpointRouteBuilder MapFx(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/exchange-rates", async (IExchangeRateStatus status, CancellationToken cancellationToken) =>
            TypedResults.Ok(await status.ReadAsync(cancellationToken))).OnAdminHost().RequireStaff(Permissions.SettingsRead).WithTags("Pricing");
        return routes;
    }
}
