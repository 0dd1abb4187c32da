using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shop.Platform.Kernel;
using Shop.Platform.Tenancy;

namespace Shop.Platform.Identity;

internal static class SignUpEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var platform = routes.MapGroup("/api").OnPlatformHost().AllowAnonymous().WithTags("Sign-up");
        platform.MapPost("/signup", OpenStoreAsync).WithSummary("Opens a store with its owner.").Produces<SignedUp>().ProducesProblem(400);
        platform.MapGet("/signup/address", SuggestAsync).WithSummary("A free store address near a name.").Produces<FreeAddress>();
    }

    private static async Task<IResult> OpenStoreAsync(SignUp request, SignUpMerchant useCase, CancellationToken cancellationToken) =>
        (await useCase.RunAsync(request, cancellationToken)).ToHttp();

    private static async Task<FreeAddress> SuggestAsync(string? name, ProvisionTenant provision, HostNames hosts, CancellationToken cancellationToken)
    {
        var slug = await provision.SuggestAsync(name is { Length: > 100 } ? name[..100] : name ?? "", cancellationToken);
        return new(slug, hosts.StoreUrl(slug));
    }

    private sealed record FreeAddress(string Slug, Uri StoreUrl);
}
