using System.Security.Cryptography;

namespace Shop.Platform.Kernel;

internal sealed class IdSource(TimeProvider time) : IIdSource
{
#pragma warning disable RS0030 // The one place where identifiers are really made.
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
#pragma warning restore RS0030

    public string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
