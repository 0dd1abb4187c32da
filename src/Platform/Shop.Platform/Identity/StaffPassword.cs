using Microsoft.AspNetCore.Identity;

namespace Shop.Platform.Identity;

/// <summary>Length, not character classes (NIST SP 800-63B), and nothing that is guessed first.</summary>
internal sealed class StaffPassword : IPasswordValidator<StaffAccount>
{
    private const int Least = 10;
    private const int Most = 200;

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password) =>
        Task.FromResult(Fault(user.Email ?? "", password ?? "") is { } fault ? IdentityResult.Failed(new IdentityError { Code = "password", Description = fault }) : IdentityResult.Success);

    private static string? Fault(string email, string password)
    {
        if (password.Length < Least)
            return $"Use at least {Least} characters; a few words are easy to keep in mind.";
        if (password.Length > Most)
            return $"Use at most {Most} characters.";
        if (password.Distinct().Count() < 5 || password.Contains("password", StringComparison.OrdinalIgnoreCase) || password.Contains("1234567", StringComparison.Ordinal))
            return "This password is among the first that are guessed; choose another one.";
        return email.Length > 0 && password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase) && email.Split('@')[0].Length >= 4
            ? "The password must not contain the e-mail address." : null;
    }
}
