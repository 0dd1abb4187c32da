using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shop.Platform.Identity;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Media;

/// <summary>Images: fetched once, checked, converted, served from the store's own host.</summary>
public static class MediaSlice
{
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MediaOptions>(configuration.GetSection("Media"));
        services.AddHttpClient(ImageFetch.Client, client => client.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(provider => GuardedHandler.Create(provider.GetRequiredService<IOptions<MediaOptions>>().Value));
        services.AddSingleton<MediaStore>();
        services.AddSingleton<ImageFetch>();
        services.AddSingleton<ServeImage>();
        services.AddScoped<IMedia, ImportImages>();
        return services;
    }

    public static IEndpointRouteBuilder MapMedia(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/media/{hash}", ServeImage.HandleAsync).OnStoreHost().AllowAnonymous();
        routes.MapGet("/api/admin/media/{hash}", ServeImage.HandleAsync).OnAdminHost().RequireStaff(Permissions.CatalogRead);
        return routes;
    }
}
