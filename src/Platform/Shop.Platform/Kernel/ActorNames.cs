using System.Security.Claims;

namespace Shop.Platform.Kernel;

/// <summary>Who acts, in words for audit lines and histories.</summary>
public static class ActorNames
{
    public const string Monitoring = "monitoring";

    /// <summary>Name of the signed-in person.</summary>
    public static string ActorName(this ClaimsPrincipal user) => user.FindFirst(ClaimTypes.Email)?.Value ?? user.Identity?.Name ?? "unknown";
}
