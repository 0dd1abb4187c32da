namespace Shop.Sandbox.Catalogue;

/// <summary>What all suppliers and signals share: products, rates, demand, pictures.</summary>
public static class CatalogueParty
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<ProductCatalogue>()
        .AddSingleton<ExchangeRates>()
        .AddSingleton<Demand>()
        .AddSingleton<PictureStudio>();

    public static void MapCatalogue(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/aliexpress-img/kf/{name}", (string name, PictureStudio studio) => studio.Serve(name));
}
