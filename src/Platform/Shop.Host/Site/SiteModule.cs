using Shop.Platform.Tenancy;

namespace Shop.Host.Site;

/// <summary>The platform's own pages: what Shop is, and sign-up.</summary>
internal static class SiteModule
{
    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddHttpContextAccessor();

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        // The group carries the scope to what the component framework adds on its own.
        routes.MapGroup("").OnPlatformHost().AllowAnonymous().MapRazorComponents<SiteApp>();
    }
}
