using Microsoft.AspNetCore.Builder;

namespace Shop.Platform.Tenancy;

/// <summary>Binds endpoints to the kind of host they serve; elsewhere they do not exist (404). Without it an endpoint answers on every host.</summary>
public static class HostScope
{
    public static TBuilder OnStoreHost<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.On(HostKind.Store);

    public static TBuilder OnAdminHost<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.On(HostKind.Admin);

    public static TBuilder OnPlatformHost<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.On(HostKind.Platform);

    private static TBuilder On<TBuilder>(this TBuilder endpoints, HostKind kind) where TBuilder : IEndpointConventionBuilder
    {
        // Finally: framework builders add endpoints of their own late (component pages, the circuit's hub), they must not escape.
        endpoints.Finally(endpoint => endpoint.Metadata.Add(new HostScopeMetadata(kind)));
        return endpoints;
    }
}

/// <summary>Which kind of host an endpoint is bound to.</summary>
public sealed record HostScopeMetadata(HostKind Kind);
