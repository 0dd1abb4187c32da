using Shop.Platform.Catalog;
using Shop.Platform.Kernel;
using Shop.Platform.Ordering;

namespace Shop.Platform.Realtime;

/// <summary>Names of SignalR groups. The tenant is first in every one; they are made here only, on the server, from the connection's own tenant.</summary>
internal static class Groups
{
    public static string Staff(TenantId tenant) => $"{tenant}/staff";

    public static string Order(TenantId tenant, Id<Order> order) => $"{tenant}/order/{order}";

    public static string Variant(TenantId tenant, Id<Variant> variant) => $"{tenant}/variant/{variant}";
}
