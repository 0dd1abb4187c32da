using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Shop.Platform.Tenancy;

/// <summary>Takes endpoints of other kinds of host out of the match, so that three sites can use the same paths.</summary>
internal sealed class HostScopePolicy(HostNames hosts) : MatcherPolicy, IEndpointSelectorPolicy
{
    // Before the policies that choose by method or content type: those would answer 405 for a page that is not there.
    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => e.Metadata.GetMetadata<HostScopeMetadata>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var kind = hosts.Read(httpContext.Request.Host).Kind;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint?.Metadata.GetMetadata<HostScopeMetadata>() is { } scope && scope.Kind != kind)
                candidates.SetValidity(i, false);
        }
        return Task.CompletedTask;
    }
}
