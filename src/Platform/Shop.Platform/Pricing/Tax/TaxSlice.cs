using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Shop.Platform.Pricing.Tax;

/// <summary>Registers the tax calculation.</summary>
public static class TaxSlice
{
    public static IServiceCollection AddTaxes(this IServiceCollection services)
    {
        services.TryAddSingleton<ITaxes, Taxes>();
        return services;
    }
}
