namespace Shop.Architecture.Tests;

/// <summary>Who may know whom inside Shop.Platform. Kernel is known to all; whatever is not listed here is not allowed.</summary>
internal static class SliceTable
{
    public const string Root = "Shop.Platform";

    public static readonly IReadOnlyDictionary<string, string[]> MayKnow = new Dictionary<string, string[]>
    {
        ["Kernel"] = [],
        // Ring 1
        ["Tenancy"] = [],
        ["Identity"] = ["Tenancy"],
        ["Privacy"] = ["Tenancy"],
        ["Workflows"] = ["Tenancy", "Identity"],
        ["Realtime"] = ["Tenancy", "Identity", "Workflows", "Ordering", "Catalog"],
        ["Search"] = ["Tenancy"],
        ["Media"] = ["Tenancy", "Identity"],
        ["ConnectorHosting"] = ["Tenancy", "Identity"],
        // Ring 2
        ["Catalog"] = ["Tenancy", "Identity", "Media", "Search"],
        ["Pricing"] = ["Tenancy", "Identity", "Catalog", "ConnectorHosting"],
        ["MarketResearch"] = ["Tenancy", "Identity", "Workflows", "ConnectorHosting", "Pricing", "Sourcing", "Catalog"],
        ["Sourcing"] = ["Tenancy", "Identity", "Workflows", "ConnectorHosting", "Catalog", "Pricing", "Media"],
        ["Customers"] = ["Tenancy", "Identity"],
        ["Payments"] = ["Tenancy", "Identity"],
        ["Ordering"] = ["Tenancy", "Identity", "Catalog", "Pricing", "Sourcing", "Payments", "Customers"],
        ["Fulfilment"] = ["Tenancy", "Identity", "Workflows", "ConnectorHosting", "Sourcing", "Ordering", "Payments", "Support", "Realtime", "Catalog"],
        ["Support"] = ["Tenancy", "Identity", "Ordering", "Workflows", "Payments"],
        ["Analytics"] = ["Tenancy", "Identity", "Ordering", "Payments", "Fulfilment", "Catalog"],
    };
}
