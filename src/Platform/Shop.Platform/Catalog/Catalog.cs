using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Identity;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Catalog;

/// <summary>Products, variants and categories of a store.</summary>
public static class CatalogSlice
{
    public static IServiceCollection AddCatalog(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ICatalog, CatalogReader>();
        services.AddScoped<CategoryTree>();
        services.AddScoped<DraftProduct>();
        services.AddScoped<ProductPatching>();
        services.AddScoped<ListProducts>();
        services.AddScoped<GetProduct>();
        services.AddScoped<EditProduct>();
        services.AddScoped<UndoLastEdit>();
        services.AddScoped<ChangePublication>();
        return services;
    }

    public static IEndpointRouteBuilder MapCatalog(this IEndpointRouteBuilder routes)
    {
        var store = routes.MapGroup("/api").OnStoreHost().AllowAnonymous();
        store.MapGet("/products", StoreProducts.ListAsync);
        store.MapGet("/products/{slug}", StoreProducts.FindAsync);
        store.MapGet("/search", StoreProducts.ListAsync);
        store.MapGet("/categories", StoreProducts.CategoriesAsync);

        var read = routes.MapGroup("/api/admin/products").OnAdminHost().RequireStaff(Permissions.CatalogRead);
        read.MapGet("", ListProducts.HandleAsync);
        read.MapGet("/{id}", GetProduct.HandleAsync).Produces<ProductSheet>().ProducesProblem(StatusCodes.Status404NotFound);

        var write = routes.MapGroup("/api/admin/products").OnAdminHost().RequireStaff(Permissions.CatalogWrite);
        write.MapPatch("/{id}", EditProduct.HandleAsync).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
        write.MapPost("/{id}/undo", UndoLastEdit.HandleAsync).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
        write.MapPost("/publication", ChangePublication.HandleAsync);
        return routes;
    }
}
