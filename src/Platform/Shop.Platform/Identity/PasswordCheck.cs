using Microsoft.AspNetCore.Identity;
using Shop.Platform.Kernel;

namespace Shop.Platform.Identity;

/// <summary>Compares passwords with as much work for an unknown account as for a known one.</summary>
public sealed class PasswordCheck
{
    private static readonly StaffAccount Nobody = new();
    private readonly PasswordHasher<StaffAccount> _hasher = new();
    private readonly string _nobodysHash;

    public PasswordCheck(IIdSource ids) => _nobodysHash = _hasher.HashPassword(Nobody, ids.Token());

    internal static string Name(string? email) => (email ?? "").Trim().Normalize().ToUpperInvariant();

    internal bool Right(StaffAccount? account, string password) =>
        _hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _nobodysHash, password) != PasswordVerificationResult.Failed;
}
