using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Tenancy;

namespace Shop.Storefront;

/// <summary>The public shop, on every store's host.</summary>
public static class StorefrontModule
{
    public static IServiceCollection AddStorefront(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<FrameReader>();
        return services;
    }

    public static void MapStorefront(this IEndpointRouteBuilder routes)
    {
        var store = routes.MapGroup("").OnStoreHost();
        CartForms.Map(store);
        SiteFiles.Map(store);
        store.MapRazorComponents<StoreApp>().AllowAnonymous();
    }
}
