using Shop.Connectors.Sdk;

namespace Shop.Connectors.Tests.AliExpress;

internal static class Orders
{
    public static readonly PostalAddress Address = new("Zoé Tremblay", "12 rue Élan", "Montréal", "QC", "H2X 1Y4", "CA", "+1 514 555 0100") { Line2 = "app. 3" };

    public static OrderRequest Request(string reference) => new(
        reference,
        [
            new("1005000000000001", "12000000000000011", 2) { OrderKey = "14:29#Bear;183:1", ShippingCode = "CAINIAO_STANDARD" },
            new("1005000000000002", "12000000000000021", 1),
        ],
        Address);
}
