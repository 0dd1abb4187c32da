using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Shop.Platform.Tenancy;

/// <summary>The first label of a store's address: what may be one, and what a name becomes.</summary>
public static partial class Slugs
{
    public const int MinLength = 3;
    public const int MaxLength = 40;

    // Names people would trust as ours, and labels other services give a meaning.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "admin", "api", "app", "assets", "auth", "autoconfig", "autodiscover", "billing", "blog", "cdn", "checkout", "connect", "dashboard", "dev",
        "docs", "ftp", "help", "imap", "login", "mail", "media", "mta-sts", "ns1", "ns2", "odata", "pay", "payments", "platform", "pop", "postmaster",
        "root", "sandbox", "secure", "security", "shop", "signin", "sign-in", "signup", "sign-up", "smtp", "sso", "staging", "static", "status", "store",
        "stores", "support", "system", "test", "webmail", "webhook", "webhooks", "well-known", "wpad", "www",
    };

    /// <summary>Could be a label of a host name of ours: lower-case letters, digits, inner hyphens.</summary>
    public static bool WellFormed(string text) =>
        text.Length is >= MinLength and <= MaxLength && Shape().IsMatch(text) && !text.StartsWith("xn--", StringComparison.Ordinal);

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>What is wrong with a chosen slug, in words; null when it can be used.</summary>
    public static string? Fault(string slug)
    {
        if (!WellFormed(slug))
            return $"Use {MinLength} to {MaxLength} lower-case letters, digits and hyphens, with no hyphen at either end.";
        return IsReserved(slug) ? "This address is reserved; choose another one." : null;
    }

    /// <summary>A well-formed slug from a store's name: accents fall away, everything else becomes hyphens.</summary>
    public static string From(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                letters.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && letters.Length > 0 && letters[^1] != '-' && c is not ('\'' or '’'))
                letters.Append('-');
        }
        var slug = letters.ToString().Trim('-');
        slug = slug.Length > MaxLength ? slug[..MaxLength].Trim('-') : slug;
        if (Fault(slug) is null)
            return slug;
        var mine = $"my-{slug}";
        return Fault(mine) is null ? mine : "my-store";
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]*[a-z0-9])\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
