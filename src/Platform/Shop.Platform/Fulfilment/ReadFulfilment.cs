using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Identity;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Fulfilment;

internal static class ReadFulfilment
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/orders/{id}/fulfilment", OneAsync).OnAdminHost().RequireStaff(Permissions.OrdersRead);
        routes.MapGet("/api/admin/fulfilment/troubled", TroubledAsync).OnAdminHost().RequireStaff(Permissions.OrdersRead);
    }

    /// <summary>An unknown order is one of which nothing was bought: an empty view.</summary>
    private static async Task<Ok<FulfilmentView>> OneAsync(Id<Order> id, IShipments shipments, CancellationToken cancellationToken) =>
        TypedResults.Ok(await shipments.DetailsAsync(id, cancellationToken));

    private static async Task<Ok<IReadOnlyList<SupplierOrderView>>> TroubledAsync(IShipments shipments, CancellationToken cancellationToken) =>
        TypedResults.Ok(await shipments.TroubledAsync(cancellationToken));
}
